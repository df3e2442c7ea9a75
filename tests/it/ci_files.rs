//! What runs on other people's build servers: the scripts of `action.yml`, `.ci/gitlab.yml` and `.pre-commit-hooks.yaml`,
//! each run the way its server runs it, with harmless and with hostile values.

use crate::{Folder, Run, read, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PLAN: &str = "# Plan\n\n## Maßnahmen\n\nDas Tiefbauamt baut bis Ende 2027 zwölf Haltestellen barrierefrei um.\n";

/// The name of a plan that would do harm wherever it became part of a script.
const HOSTILE: &str = "$(touch x)`touch x`'; touch x #\" ::error::ü%0A.md";

fn yaml(path: &str) -> Value {
    serde_yaml::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// A checked-out repository with two plans in `plaene` and the program on `PATH`.
struct Checkout(Folder);

impl Checkout {
    fn new() -> Self {
        let checkout = Self(Folder::new());
        checkout.0.file("plaene/a.md", PLAN);
        checkout.0.file(&format!("plaene/{HOSTILE}"), PLAN);
        checkout
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path(name)
    }

    fn write(&self, name: &str, text: &str) {
        self.0.file(name, text);
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(self.path(name)).unwrap()).unwrap()
    }

    /// Runs a program here, with nothing in its environment but `PATH` and these variables.
    fn run(&self, words: &[&str], variables: &BTreeMap<String, String>) -> Run {
        let program = Path::new(env!("CARGO_BIN_EXE_crpd-check")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(self.0.name()).env_clear().env("PATH", path).envs(variables).stdin(Stdio::null());
        let run: Run = command.output().unwrap().into();
        for planted in ["x", "plaene/x", "x.md"] {
            assert!(!self.path(planted).exists(), "a value was run as a command: {variables:?}");
        }
        run
    }
}

fn variables(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn is_there(program: &str) -> bool {
    Command::new(program).args(["-c", "true"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

// ---------------------------------------------------------------------------------------------------------
// GitHub Actions.

/// Runs the steps of the action as GitHub does, up to the first that fails.
fn act(checkout: &Checkout, inputs: &[(&str, &str)]) -> Run {
    let action = yaml("action.yml");
    let mut last = Run { out: String::new(), err: String::new(), code: 0 };
    for step in action["runs"]["steps"].as_array().unwrap() {
        let mut environment = variables(&[("GITHUB_ACTION_PATH", root().to_str().unwrap())]);
        for (name, file) in [("GITHUB_STEP_SUMMARY", "summary"), ("GITHUB_PATH", "path"), ("RUNNER_TEMP", "temp")] {
            environment.insert(name.to_owned(), checkout.path(file).to_string_lossy().into_owned());
        }
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            let input = input_named(text(value));
            let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| *value);
            environment.insert(name.clone(), given.or(action["inputs"][input]["default"].as_str()).unwrap_or_default().to_owned());
        }
        checkout.write("step.sh", text(&step["run"]));
        assert_eq!(step["shell"], "bash");
        last = checkout.run(&["bash", "--noprofile", "--norc", "-eo", "pipefail", "step.sh"], &environment);
        if last.code != 0 {
            break;
        }
    }
    last
}

/// The input in `${{ inputs.name }}`.
fn input_named(expression: &str) -> &str {
    let inner = expression.strip_prefix("${{ inputs.").and_then(|e| e.strip_suffix(" }}"));
    inner.unwrap_or_else(|| panic!("no input: {expression}"))
}

#[test]
fn inputs_of_the_action_reach_its_scripts_through_the_environment_only() {
    let action = yaml("action.yml");
    let mut used = BTreeSet::new();
    for step in action["runs"]["steps"].as_array().unwrap() {
        assert!(!text(&step["run"]).contains("${{"), "{}", step["name"]);
        used.extend(step["env"].as_object().into_iter().flatten().map(|(_, value)| input_named(text(value)).to_owned()));
    }
    let declared: BTreeSet<String> = action["inputs"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(used, declared);
    assert_eq!(read("action.yml").matches("${{").count(), declared.len());
}

#[test]
fn the_action_checks_plans() {
    if !is_there("bash") {
        return;
    }
    let checkout = Checkout::new();
    let fine = act(&checkout, &[("plans", "plaene\n"), ("sarif", "out.sarif")]);
    assert_eq!(fine.code, 0, "{}", fine.err);
    assert!(fine.out.lines().count() > 2 && fine.out.lines().all(|l| l.starts_with("::")), "{}", fine.out);
    assert!(fs::read_to_string(checkout.path("summary")).unwrap().contains("Ergebnis"));
    assert_eq!(checkout.json("out.sarif")["version"], "2.1.0");
    assert!(!checkout.path("path").exists(), "nothing was built");

    for gate in
        [("fail-under", "100"), ("fail-under-field", "wohnen=50\nmobilitaet=100"), ("fail-on", "mobilitaet.haltestellen\nwohnen.wahlfreiheit")]
    {
        let checkout = Checkout::new();
        let run = act(&checkout, &[("plans", "plaene"), ("sarif", "out.sarif"), gate]);
        assert_eq!(run.code, 1, "{gate:?}: {}", run.err);
        assert!(checkout.path("summary").exists() && checkout.path("out.sarif").exists());
    }
    for missing in ["plaene/fort.md", ""] {
        assert_eq!(act(&checkout, &[("plans", missing)]).code, 2, "{missing}");
    }
    // What can be read is reported all the same.
    let checkout = Checkout::new();
    let partly = act(&checkout, &[("plans", "plaene/fort.md\nplaene/a.md"), ("sarif", "out.sarif")]);
    assert_eq!(partly.code, 2, "{}", partly.err);
    assert!(checkout.path("summary").exists() && checkout.path("out.sarif").exists());
}

#[test]
fn what_is_new_since_the_baseline_fails_the_action() {
    if !is_there("bash") {
        return;
    }
    let checkout = Checkout::new();
    let written = checkout.run(&["crpd-check", "audit", "plaene", "--format", "json", "--write-baseline", "alt.json"], &BTreeMap::new());
    assert_eq!(written.code, 0, "{}", written.err);
    let inputs = [("plans", "plaene"), ("baseline", "alt.json"), ("lang", "en")];
    assert_eq!(act(&checkout, &inputs).code, 0);
    checkout.write("plaene/a.md", "# Plan\n");
    let run = act(&checkout, &inputs);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains("New gap"), "{}", run.err);
}

#[test]
fn an_empty_input_leaves_the_settings_file_its_say() {
    if !is_there("bash") {
        return;
    }
    let checkout = Checkout::new();
    checkout.write("crpd-check.yaml", "lang: en\nfail-on-contrary: true\nfail-under: 99\n");
    checkout.write("plaene/a.md", "# Plan\n\n## Maßnahmen\n\nDie Stadt baut bis 2027 eine neue Förderschule.\n");
    let run = act(&checkout, &[("plans", "plaene/a.md")]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("--fail-under") && run.err.contains("--fail-on-contrary") && run.err.contains("Not reached"), "{}", run.err);
}

#[test]
fn hostile_inputs_of_the_action_stay_values() {
    if !is_there("bash") {
        return;
    }
    let evil = "$(touch x)'\"; touch x\n`touch x`";
    for input in yaml("action.yml")["inputs"].as_object().unwrap().keys().filter(|input| *input != "sarif") {
        let run = act(&Checkout::new(), &[("plans", "plaene"), (input, evil)].into_iter().rev().collect::<Vec<_>>());
        assert_eq!(run.code, 2, "{input}: {}", run.err);
        assert!(!run.err.contains("command not found"), "{input}: {}", run.err);
    }
    let checkout = Checkout::new();
    let plan = format!("plaene/{HOSTILE}");
    let sarif = "$(touch x)'\"\n; touch x.sarif";
    let run = act(&checkout, &[("plans", &plan), ("sarif", sarif)]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(checkout.path(sarif).exists());
    assert!(run.out.lines().all(|l| l.starts_with("::notice ") || l.starts_with("::warning ")), "{}", run.out);
    // A name that looks like an option is the name of a plan.
    let checkout = Checkout::new();
    checkout.write("--job-summary=x.md", PLAN);
    assert_eq!(act(&checkout, &[("plans", "--job-summary=x.md")]).code, 0);
}

#[test]
fn the_action_builds_the_program_where_there_is_none() {
    if !is_there("bash") {
        return;
    }
    let checkout = Checkout::new();
    checkout.write("bin/cargo", "#!/bin/sh\nprintf '%s\\n' \"$@\" >cargo-was-asked\n");
    fs::set_permissions(checkout.path("bin/cargo"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    checkout.write("step.sh", text(&yaml("action.yml")["runs"]["steps"][0]["run"]));
    let temp = checkout.path("temp dir");
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "step.sh"]).current_dir(checkout.0.name());
    command.env("PATH", format!("{}:/usr/bin:/bin", checkout.path("bin").display()));
    command.env("GITHUB_PATH", checkout.path("path")).env("RUNNER_TEMP", &temp).env("GITHUB_ACTION_PATH", root());
    let run: Run = command.output().unwrap().into();
    assert_eq!(run.code, 0, "{}", run.err);
    let asked = fs::read_to_string(checkout.path("cargo-was-asked")).unwrap();
    let manifest = root().join("Cargo.toml");
    let target = temp.join("crpd-check");
    let expected = ["build", "--release", "--locked", "--manifest-path", manifest.to_str().unwrap(), "--target-dir", target.to_str().unwrap()];
    assert_eq!(asked.lines().collect::<Vec<_>>(), expected);
    assert_eq!(fs::read_to_string(checkout.path("path")).unwrap().trim(), target.join("release").to_str().unwrap());
}

// ---------------------------------------------------------------------------------------------------------
// GitLab.

/// Runs the job in the plainest shell there is; GitLab takes `sh` where an image has no bash.
fn gitlab(checkout: &Checkout, pairs: &[(&str, &str)]) -> Run {
    let script = yaml(".ci/gitlab.yml")["crpd-check"]["script"].clone();
    let lines: Vec<&str> = script.as_array().unwrap().iter().map(text).collect();
    checkout.write("job.sh", &lines.join("\n"));
    checkout.run(&[if is_there("dash") { "dash" } else { "sh" }, "-e", "job.sh"], &variables(pairs))
}

#[test]
fn the_gitlab_job_leaves_its_reports_even_when_it_fails() {
    let job = &yaml(".ci/gitlab.yml")["crpd-check"];
    assert_eq!(job["artifacts"]["when"], "always");
    let reports = |checkout: &Checkout| {
        let reports = &job["artifacts"]["reports"];
        assert!(!checkout.json(text(&reports["codequality"])).as_array().unwrap().is_empty());
        assert!(fs::read_to_string(checkout.path(text(&reports["junit"]))).unwrap().contains("<testsuite "));
    };
    for (under, code) in [("", 0), ("100", 1)] {
        let checkout = Checkout::new();
        let run = gitlab(&checkout, &[("CRPD_CHECK_PLANS", "plaene"), ("CRPD_CHECK_FAIL_UNDER", under)]);
        assert_eq!(run.code, code, "{}", run.err);
        reports(&checkout);
        // The job of the day before left its files.
        assert_eq!(gitlab(&checkout, &[("CRPD_CHECK_PLANS", "plaene")]).code, 0);
    }
    let checkout = Checkout::new();
    let run = gitlab(&checkout, &[("CRPD_CHECK_PLANS", &format!("plaene/{HOSTILE}"))]);
    assert_eq!(run.code, 0, "{}", run.err);
    reports(&checkout);
    assert_eq!(gitlab(&checkout, &[("CRPD_CHECK_PLANS", "$(touch x); touch x")]).code, 2);
    let unset = gitlab(&checkout, &[]);
    assert!(unset.code != 0 && unset.err.contains("CRPD_CHECK_PLANS"), "{}", unset.err);
}

// ---------------------------------------------------------------------------------------------------------
// pre-commit.

#[test]
fn the_hook_takes_the_files_that_pre_commit_hands_over() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hook = &hooks[0];
    for key in ["id", "name", "entry", "language"] {
        assert!(!text(&hook[key]).is_empty(), "{key}");
    }
    let mut words: Vec<&str> = text(&hook["entry"]).split(' ').collect();
    words.extend(hook["args"].as_array().unwrap().iter().map(text));
    let checkout = Checkout::new();
    let hostile = format!("plaene/{HOSTILE}");
    checkout.write("--job-summary=x.md", PLAN);
    words.extend(["plaene/a.md", &hostile, "--job-summary=x.md"]);
    let run = checkout.run(&words, &BTreeMap::new());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("--job-summary=x.md"), "{}", run.out);
    checkout.write("crpd-check.yaml", "fail-under: 100\n");
    assert_eq!(checkout.run(&words, &BTreeMap::new()).code, 1);
    words.push("plaene/fort.md");
    assert_eq!(checkout.run(&words, &BTreeMap::new()).code, 2);
}
