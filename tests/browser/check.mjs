// Opens the HTML pages of the program in a real browser and checks what WCAG 2.2 AA asks of them.
//
//     node check.mjs ../../target/debug/crpd-check
//
// The pages go to out/, and with PICTURES=1 screenshots and PDF files of them. One page is bad on purpose: every
// check must refuse it.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const out = join(here, "out");
const program = resolve(process.argv[2] ?? join(root, "target/debug/crpd-check"));
const { resolve: find } = createRequire(import.meta.url);
const AXE = readFileSync(find("axe-core/axe.min.js"), "utf8");
const SNIFFER = readFileSync(find("html_codesniffer/build/HTMLCS.js"), "utf8");

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DESK = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
// What is left of A4 between margins of 2 cm, in CSS pixels.
const PAPER = { width: 642, height: 971 };
const BROAD = { width: 971, height: 642 };

// ---------------------------------------------------------------------------------------------------------
// The pages.

function pages() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  writeFileSync(join(out, "empty.md"), "# Plan\n");
  const write = (name, ...options) => {
    const file = join(out, `${name}.html`);
    writeFileSync(file, execFileSync(program, [...options, "--format", "html"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] }));
    return { name, file };
  };
  const plans = readdirSync(join(root, "examples")).filter((f) => f.endsWith(".md")).sort();
  const first = "brueckstedt-aue-tabellen.md";
  const english = plans.find((p) => p.startsWith("harrowford"));
  // A baseline that does not know the first ten alerts of today.
  const baseline = join(out, "baseline.json");
  execFileSync(program, ["audit", `examples/${first}`, "--format", "ndjson", "--write-baseline", baseline], { cwd: root, stdio: "ignore" });
  const known = JSON.parse(readFileSync(baseline, "utf8"));
  known.plans[0].alerts.splice(0, 10);
  writeFileSync(baseline, JSON.stringify(known));
  // Three groups that disagree.
  const sheets = ["ja", "nein", "teilweise"].map((verdict, i) => {
    const sheet = join(out, `${i}.csv`);
    const rows = ["wohnen.wahlfreiheit", "mobilitaet.haltestellen"].map((id, j) => `${id};${j ? "nein" : verdict};S. ${i};Gruppe ${i}`);
    writeFileSync(sheet, ["kriterium;urteil;fundstelle;gruppe", ...rows].join("\n"));
    return sheet;
  });
  const judgments = join(out, "judgments.yaml");
  execFileSync(program, ["judge", "import", ...sheets, "--plan", `examples/${first}`, "-o", judgments], { cwd: root, stdio: "ignore" });
  return [
    ...plans.map((plan) => write(plan.replace(".md", ""), "audit", `examples/${plan}`)),
    write("english", "audit", `examples/${english}`, "--lang", "en", "--checklist", "crpd-municipal-en"),
    write("english-plan-in-german", "audit", `examples/${english}`, "--checklist", "crpd-municipal-en"),
    write("one-field", "audit", `examples/${first}`, "--field", "wohnen"),
    write("empty", "audit", "tests/browser/out/empty.md"),
    write("waived", "audit", `examples/${first}`, "--waivers", "tests/browser/waivers.yaml", "--today", "2026-01-01", "--baseline", baseline),
    write("hostile", "audit", "tests/browser/hostile.md"),
    write("several", "audit", ...plans.slice(0, 3).map((p) => `examples/${p}`), "--field", "wohnen"),
    write("explain", "explain", "mobilitaet.haltestellen"),
    write("explain-in-plan", "explain", "mobilitaet.haltestellen", `examples/${first}`),
    write("measures", "measures", `examples/${first}`),
    write("hostile-measures", "measures", "tests/browser/hostile.md"),
    write("survey", "survey", "examples"),
    write("worksheet-14", "worksheet", `examples/${first}`),
    write("worksheet-20", "worksheet", `examples/${first}`, "--font", "20", "--group", "A"),
    write("judged", "audit", `examples/${first}`, "--judgments", judgments),
    write("agreement", "judge", "agreement", judgments),
    write("several-checklists", "audit", `examples/${first}`, "--checklist", "pkl", "--checklist", "inklusiver-sport"),
    write("diff", "diff", `examples/${first}`, `examples/${first.replace(".md", "-fortschreibung.md")}`),
    write("due", "due", `examples/${first}`, "--today", "2027-06-01"),
    ...["anfrage", "antrag", "stellungnahme", "pruefauftrag"].map((paper) => write(paper, "draft", paper, `examples/${first}`)),
    write("easy", "easy", `examples/${first}`),
    write("wording", "wording", "tests/browser/hostile.md"),
    write("readability", "readability", `examples/${first}`),
    write("evaluation", "evaluate", "tests/corpus/held-out", "--summary", "--baseline", "keywords"),
  ];
}

const HTMLCS_ERROR = 1;
const HTMLCS_WARNING = 2;
/** Warnings of HTML_CodeSniffer ask a person to look; they are told once each. */
const warnings = new Map();

// ---------------------------------------------------------------------------------------------------------
// The checks: each takes a page and tells what is wrong with it.

async function axe(page) {
  const problems = [];
  // Between looks of one size only the colours change.
  const colors = ["color-contrast", "link-in-text-block"];
  const looks = [
    ["light", DESK, { colorScheme: "light" }, null],
    ["dark", DESK, { colorScheme: "dark" }, colors],
    ["more contrast", DESK, { contrast: "more" }, colors],
    ["320 px", NARROW, { colorScheme: "light" }, null],
  ];
  await page.evaluate(AXE);
  for (const [name, size, media, only] of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia(media);
    const rules = only ? { type: "rule", values: only } : { type: "tag", values: RULES };
    const found = await page.evaluate((runOnly) => axe.run({ runOnly, resultTypes: ["violations"] }), rules);
    problems.push(...found.violations.map((v) => `${name}: ${v.id}: ${v.nodes.length} × ${v.help}: ${v.nodes[0].html.slice(0, 120)}`));
  }
  await page.emulateMedia({ colorScheme: null, contrast: null });
  return problems;
}

async function sniffer(page) {
  await page.setViewportSize(DESK);
  await page.evaluate(SNIFFER);
  const messages = await page.evaluate(
    () => new Promise((done) => HTMLCS.process("WCAG2AA", document, () => done(
      HTMLCS.getMessages().map((m) => ({ type: m.type, code: m.code, msg: m.msg, html: m.element?.outerHTML?.slice(0, 120) })),
    ))),
  );
  for (const m of messages.filter((m) => m.type === HTMLCS_WARNING)) {
    warnings.set(m.code, `${m.msg} ${m.html}`);
  }
  return messages.filter((m) => m.type === HTMLCS_ERROR).map((m) => `${m.code}: ${m.msg}: ${m.html}`);
}
/** The requests were gathered while the page was opened. */
async function network(page) {
  const scripts = await page.evaluate(() => document.scripts.length + document.querySelectorAll("[onload], [onerror], [onclick], [style], iframe, object").length);
  return [...page.requests.map((url) => `request: ${url}`), ...(scripts ? [`${scripts} scripts, frames or attributes that act`] : [])];
}

async function reflow(page) {
  const problems = [];
  const overflow = () => page.evaluate(() => {
    const own = (e) => e.closest(".heard, .skip, thead");
    const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !own(e));
    const scrolls = document.documentElement.scrollWidth > innerWidth;
    return [...(scrolls ? [`scrolls to ${document.documentElement.scrollWidth}`] : []), ...wide.slice(0, 3).map((e) => `too wide: ${e.outerHTML.slice(0, 120)}`)];
  });
  await page.setViewportSize(NARROW);
  problems.push(...(await overflow()).map((p) => `320 px: ${p}`));
  // Text spacing as WCAG 1.4.12 lets readers set it.
  const spacing = await page.addStyleTag({
    content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  });
  problems.push(...(await overflow()).map((p) => `text spacing: ${p}`));
  await spacing.evaluate((style) => style.remove());
  // 1280 px at 400 % leaves 320 px by 256 px, with four times the dots.
  const zoomed = await page.context().newCDPSession(page);
  await zoomed.send("Emulation.setDeviceMetricsOverride", { width: 320, height: 256, deviceScaleFactor: 4, mobile: false });
  problems.push(...(await overflow()).map((p) => `400 %: ${p}`));
  await zoomed.send("Emulation.clearDeviceMetricsOverride");
  await zoomed.detach();
  await page.setViewportSize(DESK);
  return problems;
}

async function keyboard(page) {
  const problems = [];
  await page.setViewportSize(DESK);
  await page.evaluate(() => {
    const links = [...document.querySelectorAll("a[href], [tabindex='0']")];
    links.forEach((e, i) => (e.dataset.stop = i));
    window.stops = links.length;
    const low = links.filter((e) => e.matches("a") && (e.getBoundingClientRect().height < 24 || !getComputedStyle(e).textDecorationLine.includes("underline")));
    window.low = low.map((e) => e.outerHTML.slice(0, 120));
  });
  problems.push(...(await page.evaluate(() => window.low)).slice(0, 3).map((e) => `lower than 24 px or not underlined: ${e}`));
  const stops = await page.evaluate(() => window.stops);
  const here = () => page.evaluate(() => {
    const e = document.activeElement;
    const s = getComputedStyle(e);
    const box = e.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, Math.min(Math.max(box.top, 0) + 5, innerHeight - 1));
    return {
      stop: Number(e.dataset.stop ?? -1),
      id: e.id,
      skip: e.matches(".skip"),
      seen: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight && (e.contains(top) || top?.contains(e)),
      html: e.outerHTML.slice(0, 100),
    };
  });
  for (let i = 0; i < stops && problems.length < 5; i += 1) {
    await page.keyboard.press("Tab");
    const at = await here();
    if (i === 0 && !at.skip) problems.push(`the first stop is no skip link: ${at.html}`);
    if (at.stop !== i) problems.push(`stop ${i} is ${at.stop}: ${at.html}`);
    if (!at.seen) problems.push(`the focus is not seen: ${at.html}`);
  }
  await page.goto(page.url().split("#")[0]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const after = await here();
  if (after.id !== "report") problems.push(`the skip link leads to ${after.html}`);
  await page.keyboard.press("Tab");
  const next = await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("main, footer")) || !document.querySelector("main a, main [tabindex='0']"));
  if (!next) problems.push("after the skip link the next stop lies before the report");
  await page.goto(page.url().split("#")[0]);
  return problems;
}

async function forcedColors(page) {
  await page.setViewportSize(DESK);
  await page.emulateMedia({ forcedColors: "active" });
  await page.keyboard.press("Tab");
  const problems = await page.evaluate(() => {
    const problems = [];
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const drawn = (color) => color !== "none" && color !== paper && !(color.startsWith("rgba") && color.endsWith(", 0)"));
    for (const rect of document.querySelectorAll(".bar rect:not(.part)")) {
      const style = getComputedStyle(rect);
      if (!drawn(style.stroke)) problems.push(`the frame of a bar is not drawn: ${style.stroke} on ${paper}`);
    }
    for (const part of document.querySelectorAll(".record")) {
      if (getComputedStyle(part).borderTopStyle === "none") problems.push("a criterion has no frame");
    }
    const focus = getComputedStyle(document.activeElement);
    if (focus.outlineStyle === "none") problems.push("the focus is not drawn");
    return problems;
  });
  await page.emulateMedia({ forcedColors: null });
  return problems.slice(0, 3);
}

async function print(page) {
  await page.emulateMedia({ media: "print" });
  const paper = (await page.evaluate(() => Boolean(document.querySelector(".wide")))) ? BROAD : PAPER;
  await page.setViewportSize(paper);
  const problems = await page.evaluate((height) => {
    const problems = [];
    for (const e of document.querySelectorAll(".record, tbody tr")) {
      if (getComputedStyle(e).breakInside !== "avoid") problems.push(`may be split: ${e.outerHTML.slice(0, 100)}`);
      if (e.getBoundingClientRect().height > height) problems.push(`longer than a page: ${e.outerHTML.slice(0, 100)}`);
    }
    for (const e of document.querySelectorAll("thead")) {
      if (getComputedStyle(e).display !== "table-header-group") problems.push("the head of a table is not repeated");
    }
    for (const e of document.querySelectorAll("p, td, th, dd, li, h1, h2, h3, a")) {
      const style = getComputedStyle(e);
      if (style.color !== "rgb(0, 0, 0)") problems.push(`not black: ${e.outerHTML.slice(0, 100)}`);
      if (e.getBoundingClientRect().right > innerWidth + 1) problems.push(`wider than the paper: ${e.outerHTML.slice(0, 100)}`);
    }
    for (const e of document.querySelectorAll("a[href^='http']")) {
      const shown = e.textContent.includes(e.getAttribute("href")) || getComputedStyle(e, "::after").content.includes("(");
      if (!shown) problems.push("a link is printed without its address");
    }
    return problems;
  }, paper.height);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const size = paper === BROAD ? /\/MediaBox ?\[0 0 84[12][.\d]* 59[45][.\d]*\]/ : /\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/;
  if (!size.test(pdf.toString("latin1"))) problems.push("the paper is not A4");
  await page.emulateMedia({ media: null });
  return [...new Set(problems)].slice(0, 4);
}

const CHECKS = { axe, sniffer, network, reflow, keyboard, forcedColors, print };

// ---------------------------------------------------------------------------------------------------------
// The run.

async function open(context, file) {
  const page = await context.newPage();
  page.requests = [];
  page.on("request", (request) => request.url().split("#")[0] === pathToFileURL(file).href || page.requests.push(request.url()));
  page.on("dialog", (dialog) => (page.requests.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  await page.setViewportSize(DESK);
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Every problem of a page, by check. */
async function examine(context, file) {
  const page = await open(context, file);
  const problems = {};
  for (const [name, check] of Object.entries(CHECKS)) {
    problems[name] = await check(page);
  }
  return { page, problems };
}

/** For people to look at. */
async function pictures(page, name) {
  const shoot = async (look, size, media, where) => {
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, ...media });
    await page.setViewportSize(size);
    await page.evaluate((selector) => (selector ? document.querySelector(selector)?.scrollIntoView() : scrollTo(0, 0)), where);
    await page.screenshot({ path: join(out, `${name}-${look}.png`) });
  };
  await shoot("1280", { width: 1280, height: 1600 }, {});
  await shoot("320", { width: 320, height: 1600 }, {});
  await shoot("1280-criteria", { width: 1280, height: 1400 }, {}, ".record");
  await shoot("320-criteria", { width: 320, height: 1600 }, {}, ".record");
  await shoot("dark", DESK, { colorScheme: "dark" }, "h2[id]");
  await shoot("forced", DESK, { forcedColors: "active" }, "h2[id]");
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
  writeFileSync(join(out, `${name}.pdf`), await page.pdf({ preferCSSPageSize: true }));
}

function browser() {
  const named = process.env.CHROMIUM ? [process.env.CHROMIUM] : [];
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((n) => join(folder, n)));
  const path = [...named, ...onPath].find((p) => existsSync(p));
  if (!path) throw new Error("Chromium is not installed; name another browser of its kind with CHROMIUM=/path");
  return path;
}

const chrome = await chromium.launch({ executablePath: browser(), args: FLAGS });
let failed = false;
try {
  const context = await chrome.newContext();
  const waiting = pages();
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { page, problems } = await examine(context, next.file);
      const told = Object.entries(problems).flatMap(([check, found]) => found.map((p) => `\n  ${check}: ${p}`));
      console.log(`${told.length ? "NOT OK" : "ok"} ${next.name}${told.join("")}`);
      failed ||= told.length > 0;
      if (process.env.PICTURES) await pictures(page, next.name);
      await page.close();
    }
  };
  await Promise.all([lane(), lane()]);
  // Only what our own pages were warned of is worth a look.
  for (const [code, message] of warnings) console.log(`to look at: ${code}: ${message}`);
  const { problems } = await examine(context, join(here, "bad.html"));
  const blind = Object.keys(CHECKS).filter((check) => problems[check].length === 0);
  console.log(blind.length ? `NOT OK: the bad page passes ${blind.join(", ")}` : "ok: every check refuses the bad page");
  failed ||= blind.length > 0;
} finally {
  await chrome.close();
}
process.exitCode = failed ? 1 : 0;
