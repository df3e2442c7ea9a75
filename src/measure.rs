//! Measures: what the municipality says it does or will do, graded and with its attributes.
//!
//! [`crate::plan`] knows the layout, [`crate::language`] the sentences; here both meet. A row, a fact sheet or
//! an item is one measure; in running prose every sentence that binds is one, with the sentences that refer to it.

use crate::attribute::{self, Deadline, Status, deadline_in_prose, english_units_in_prose, money_in_prose, units_in_prose};
use crate::checklist::Level;
use crate::language::{Commitment, Grade, Language, Setting, language};
use crate::layout_words::{fold, vocabulary};
use crate::pattern::{Hits, Memo};
use crate::plan::{Layout, Passage, Plan, Role, Zone};
use crate::source::Span;
use crate::text::{Lang, Tokens, Vocabulary};
use rayon::prelude::*;
use std::ops::Range;

/// One measure of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Index into [`Plan::passages`].
    pub passage: usize,
    /// The sentences of the passage that belong to it.
    pub sentences: Range<usize>,
    pub title: String,
    /// Headings above it, outermost first.
    pub path: Vec<String>,
    pub span: Span,
    pub commitment: Commitment,
    pub level: Level,
    pub responsible: Option<String>,
    pub deadline: Option<Deadline>,
    pub budget: Option<String>,
    pub indicator: Option<String>,
    pub status: Option<Status>,
    /// Names an article of the convention, itself or in a heading above it.
    pub names_article: bool,
    /// Index of the measure that this one repeats.
    pub duplicate_of: Option<usize>,
}

/// A passage cut into sentences, each of them graded.
#[derive(Debug, Clone)]
pub struct Graded {
    pub tokens: Tokens,
    pub grades: Vec<Grade>,
    /// The part of the passage in which each sentence begins.
    pub roles: Vec<Role>,
}

/// A plan with every sentence graded, and its measures.
#[derive(Debug, Clone)]
pub struct GradedPlan {
    pub passages: Vec<Graded>,
    pub measures: Vec<Measure>,
    pub lang: Lang,
    /// How many passages share a vocabulary, and the vocabularies.
    pub(crate) share: usize,
    pub(crate) vocabularies: Vec<Vocabulary>,
}

impl GradedPlan {
    /// The words of a passage.
    pub(crate) fn vocabulary(&self, passage: usize) -> &Vocabulary {
        &self.vocabularies[passage / self.share]
    }
}

/// Plans are read in as many parts as there are processors; how many changes nothing in the result.
fn share(passages: usize) -> usize {
    passages.div_ceil(rayon::current_num_threads().max(1)).max(64)
}

/// Attributes that decide between planned and binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    pub responsible: bool,
    pub checkable_date: bool,
}

/// The level of a passage, from its commitment and from what the same measure names.
///
/// "Soll" and "wollen" are intended, unless the same measure names unit and date (contract, levels).
pub fn level(grade: &Grade, terms: Terms) -> Level {
    let complete = terms.responsible && terms.checkable_date;
    match grade.commitment {
        Commitment::None => Level::Mentioned,
        // An examination or a hope stays one, whoever is to do it by when.
        Commitment::Intended if grade.modal && complete && !grade.soft && !grade.reservation => Level::Binding,
        Commitment::Intended => Level::Intended,
        Commitment::Committed | Commitment::Done if complete => Level::Binding,
        Commitment::Committed | Commitment::Done => Level::Planned,
    }
}

/// Cuts every passage into sentences, grades them, and finds the measures.
pub fn grade(plan: &Plan, lang: Lang) -> GradedPlan {
    let words = language(lang);
    let share = share(plan.passages.len());
    let parts: Vec<(Vec<Graded>, Vocabulary)> = plan
        .passages
        .par_chunks(share)
        .map(|part| {
            let mut vocabulary = Vocabulary::default();
            let mut memo = Memo::default();
            let graded = part.iter().map(|p| grade_passage(p, plan, words, &mut vocabulary, &mut memo)).collect();
            (graded, vocabulary)
        })
        .collect();
    let mut passages = Vec::with_capacity(plan.passages.len());
    let mut vocabularies = Vec::with_capacity(parts.len());
    for (graded, vocabulary) in parts {
        passages.extend(graded);
        vocabularies.push(vocabulary);
    }
    // A plan that lays its measures out reports in its prose how it came about; and its part in easy language
    // says the same measures again.
    let catalogue = plan.passages.iter().filter(|p| p.candidate && p.duplicate_of.is_none()).count() >= CATALOGUE;
    let place = Place::of(plan);
    let mut measures = Vec::new();
    let mut measure_of_passage: Vec<Option<usize>> = vec![None; plan.passages.len()];
    for (i, (passage, graded)) in plan.passages.iter().zip(&passages).enumerate() {
        let first = measures.len();
        if catalogue && passage.easy {
            continue;
        }
        if is_unit(passage.layout) {
            measures.extend(unit_measure(i, passage, graded, plan, lang, &place));
        } else {
            prose_measures(i, passage, graded, plan, lang, catalogue, &place, &mut measures);
        }
        if measures.len() > first {
            measure_of_passage[i] = Some(first);
        }
    }
    for measure in &mut measures {
        measure.duplicate_of = plan.passages[measure.passage].duplicate_of.and_then(|p| measure_of_passage.get(p).copied().flatten());
        measure.names_article = names_article(measure, &passages[measure.passage], &vocabularies[measure.passage / share], words);
    }
    mark_retold(&mut measures, plan);
    GradedPlan { passages, measures, lang, share, vocabularies }
}

/// The words that name what a measure is about: nouns without their endings, and figures that are no years.
fn subject(text: &str, unit: Option<&str>) -> Vec<String> {
    let unit = unit.map(fold).unwrap_or_default();
    let mut out: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | ':')) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let figure = bare.starts_with(|c: char| c.is_ascii_digit());
        let year = bare.len() == 4 && (bare.starts_with("20") || bare.starts_with("19"));
        if year || !(figure || bare.starts_with(char::is_uppercase)) || (!figure && bare.chars().count() < 4) {
            continue;
        }
        let folded = fold(bare);
        let general = ["plan", "stadt", "rat", "verwaltung", "massnahme", "massnahmen", "euro", "ende", "jahr", "gemeinde", "landkreis", "kosten"];
        if general.contains(&folded.as_str()) || (!unit.is_empty() && unit.contains(&folded)) {
            continue;
        }
        let stem: String = folded.replace('ä', "a").replace('ö', "o").replace('ü', "u").chars().take(if figure { 12 } else { 6 }).collect();
        let stem = stem.trim_end_matches(['s', 'n', 'e']).to_owned();
        if !out.contains(&stem) {
            out.push(stem);
        }
    }
    out
}

/// A resolution or a sentence that tells again what another part of the plan says with the same unit, day or sum.
fn mark_retold(measures: &mut [Measure], plan: &Plan) {
    let spoken = |measure: &Measure| {
        let passage = &plan.passages[measure.passage];
        passage.layout == Layout::Resolution || !is_unit(passage.layout)
    };
    let mut known: rustc_hash::FxHashMap<String, Vec<usize>> = rustc_hash::FxHashMap::default();
    for i in 0..measures.len() {
        let measure = &measures[i];
        if measure.duplicate_of.is_some() {
            continue;
        }
        let day = measure.deadline.as_ref().filter(|d| d.latest.is_some()).map(|d| format!("d{:?}", d.latest));
        let unit = measure.responsible.as_deref().map(|unit| format!("u{}", fold(unit)));
        let sum = measure.budget.as_deref().filter(|sum| sum.bytes().any(|b| b.is_ascii_digit())).map(|sum| {
            let figures: String = sum.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
            format!("s{figures}")
        });
        // Two of the three must agree.
        let keys: Vec<String> =
            [(&unit, &day), (&unit, &sum), (&day, &sum)].into_iter().filter_map(|(a, b)| Some(format!("{}|{}", a.as_ref()?, b.as_ref()?))).collect();
        let text = |m: &Measure| {
            let passage = &plan.passages[m.passage];
            passage.text.string.get(..passage.text.len().min(600)).filter(|_| is_unit(passage.layout)).map_or_else(|| m.title.clone(), str::to_owned)
        };
        let mut own: Option<Vec<String>> = None;
        let found = keys.iter().filter_map(|key| known.get(key)).flatten().copied().find(|&other| {
            let earlier = &measures[other];
            if earlier.path == measure.path || !(spoken(earlier) || spoken(measure)) {
                return false;
            }
            let own = own.get_or_insert_with(|| subject(&text(measure), measure.responsible.as_deref()));
            let theirs = subject(&text(earlier), earlier.responsible.as_deref());
            let shared = own.iter().filter(|word| theirs.contains(word)).count();
            let least = own.len().min(theirs.len());
            shared >= 2 && shared * 10 >= least * 6
        });
        if let Some(other) = found {
            measures[i].duplicate_of = Some(other);
            continue;
        }
        for key in keys {
            let list = known.entry(key).or_default();
            if list.len() < 8 {
                list.push(i);
            }
        }
    }
}

/// From this many rows, sheets or listed items on a plan has a catalogue of measures.
const CATALOGUE: usize = 5;

/// Is the whole passage one measure, if it is one at all?
pub(crate) fn is_unit(layout: Layout) -> bool {
    matches!(layout, Layout::Sheet | Layout::Row | Layout::Item | Layout::Resolution)
}

fn grade_passage(passage: &Passage, plan: &Plan, words: &Language, vocabulary: &mut Vocabulary, memo: &mut Memo) -> Graded {
    let text = passage.text.string.as_str();
    let mut breaks: Vec<usize> = passage.parts.iter().flat_map(|p| [p.range.start, p.range.end]).collect();
    breaks.sort_unstable();
    breaks.dedup();
    let tokens = words.tokenise(text, vocabulary, &breaks);
    let hits: Hits = words.cues(&tokens, vocabulary, memo);
    let roles: Vec<Role> = tokens
        .sentences
        .iter()
        .map(|s| {
            let (at, end) = (tokens.tokens[s.start].start, tokens.tokens[s.end - 1].end);
            let inside = passage.parts.iter().find(|p| p.range.contains(&at)).map(|p| p.role);
            inside.unwrap_or_else(|| match labelled(passage, at..end) {
                // "Umsetzungsstand: geplant": the label is no more of a report than its value is.
                Some(role) if !is_content(role) => role,
                Some(_) => Role::Other,
                None => Role::Body,
            })
        })
        .collect();
    // An item with a unit or a date is a measure, even if it names no action.
    let dated = passage.attributes.deadline.is_some()
        || passage.attributes.responsible.is_some()
        || (passage.layout == Layout::Item && deadline_in_prose(text, &plan.legend, words.lang).is_some());
    let grades = (0..tokens.sentences.len())
        .map(|s| {
            let grade = words.grade(&tokens, &hits, vocabulary, s, setting(passage, roles[s], dated));
            // "Wie viele Plätze werden gebaut?": who asks promises nothing.
            let end = tokens.tokens[tokens.sentences[s].end - 1].end;
            if text[end..].starts_with('?') && words.asks(vocabulary.word(tokens.tokens[tokens.sentences[s].start].word).folded.as_str()) {
                Grade { commitment: Commitment::None, modal: false, ..grade }
            } else {
                grade
            }
        })
        .collect();
    Graded { tokens, grades, roles }
}

/// The role of what stands behind these words, if they only name it: "Zuständig:" says nothing of what the measure does.
fn labelled(passage: &Passage, words: Range<usize>) -> Option<Role> {
    let text = &passage.text.string;
    let next = passage.parts.iter().filter(|p| p.range.start >= words.end).min_by_key(|p| p.range.start)?;
    let between = text.get(words.end..next.range.start)?;
    // "Umsetzungsstand geplant": some sheets have no colons.
    let named = between.contains(':') || vocabulary().labels.contains_key(&fold(text.get(words)?));
    (named && between.chars().all(|c| c == ':' || c == '*' || c.is_whitespace())).then_some(next.role)
}

fn setting(passage: &Passage, role: Role, dated: bool) -> Setting {
    let context_only = matches!(passage.zone, Zone::Front | Zone::Contents | Zone::Law | Zone::Glossary | Zone::Vision | Zone::Demands)
        && !passage.candidate
        || passage.layout == Layout::Quote
        || is_quotation(&passage.text.string);
    Setting {
        phrases_act: is_unit(passage.layout) && (passage.candidate || dated) && matches!(role, Role::Title | Role::Body),
        phrases_aim: role == Role::Goal || (passage.zone == Zone::Goals && !passage.candidate),
        context_only,
        measures: passage.candidate || passage.zone == Zone::Measures,
        present_state: passage.zone == Zone::Context,
    }
}

/// The passage as a whole is somebody else's words: it begins with a quotation mark and the quotation is nearly all of it.
fn is_quotation(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '•', ' ']);
    let Some(rest) = text.strip_prefix(['„', '“', '"', '»', '«', '‚']) else { return false };
    rest.rfind(['“', '”', '"', '«', '»', '‘']).is_some_and(|end| end * 10 >= rest.len() * 6 && end > 40)
}

/// Says what the measure does; attributes such as the responsible unit only describe it.
pub fn is_content(role: Role) -> bool {
    matches!(role, Role::Title | Role::Body | Role::Goal | Role::Indicator | Role::Other)
}

/// The grade of a row, sheet or item as a whole.
pub fn unit_grade(passage: &Passage, graded: &Graded) -> Grade {
    let mut best = Grade::default();
    let mut reserved = false;
    for (grade, role) in graded.grades.iter().zip(&graded.roles) {
        match role {
            Role::Title | Role::Body if rank(grade) > rank(&best) => best = *grade,
            Role::Budget | Role::Status => reserved |= grade.reservation,
            // "perspektivisch", "nach Bedarf" where a date should stand.
            Role::Deadline => reserved |= grade.reservation || grade.soft,
            _ => {}
        }
    }
    // A title that names no action is ruled by its text: "Niederflurbusse auf allen Linien. Der Kreis strebt an …".
    let content = |wanted: Role| graded.grades.iter().zip(&graded.roles).filter(move |(_, r)| **r == wanted).map(|(g, _)| g);
    let nameless = passage.layout == Layout::Sheet && content(Role::Title).all(|t| !t.action_noun || t.fragment);
    let told = content(Role::Body).filter(|g| g.commitment > Commitment::None).max_by_key(|g| rank(g));
    if let Some(body) = told.filter(|_| nameless) {
        best = *body;
    }
    // A soft or denying title rules the whole measure: "Prüfung eines Aufzugs" stays an examination.
    if let Some(title) = graded.roles.iter().position(|r| *r == Role::Title).map(|i| &graded.grades[i])
        && title.soft
        && title.commitment == Commitment::Intended
        && best.commitment == Commitment::Committed
    {
        best = *title;
    }
    // Layout says that it is a measure; only words that deny it can say otherwise.
    let laid_out = passage.candidate && matches!(passage.layout, Layout::Row | Layout::Sheet);
    let silent = |g: &Grade| g.negated || g.law || g.demand || g.deficit;
    let titled = graded.roles.iter().zip(&graded.grades).find(|(r, _)| **r == Role::Title).map(|(_, g)| g);
    if laid_out && best.commitment == Commitment::None && titled.is_some_and(|t| !silent(t)) {
        best.commitment = Commitment::Committed;
    }
    let status = passage.attributes.status.as_ref().map(|s| s.value);
    match status {
        Some(Status::Done) if best.commitment >= Commitment::Intended || passage.candidate => best.commitment = Commitment::Done,
        Some(Status::Deferred) if best.commitment > Commitment::Intended => best.commitment = Commitment::Intended,
        Some(Status::Rejected) => best.commitment = Commitment::None,
        _ => {}
    }
    if reserved && best.commitment == Commitment::Committed {
        best.commitment = Commitment::Intended;
        best.reservation = true;
        best.modal = false;
    }
    best
}

/// Which of several sentences rules: the one that promises most; what is done comes before what is only wanted.
pub(crate) fn rank(grade: &Grade) -> u8 {
    match grade.commitment {
        Commitment::None => 0,
        Commitment::Intended => 1,
        Commitment::Done => 2,
        Commitment::Committed => 3,
    }
}

/// What a row, sheet or item names: a responsible unit and a date that can be checked.
pub fn unit_terms(passage: &Passage, plan: &Plan, lang: Lang) -> Terms {
    if passage.layout == Layout::Item && !passage.candidate && passage.attributes.responsible.is_none() {
        // An item outside the lists of measures names its terms in running words or in brackets.
        let text = passage.text.string.as_str();
        let units = if lang == Lang::En { english_units_in_prose(text) } else { units_in_prose(text) };
        let dated = passage.attributes.deadline.as_ref().is_some_and(|d| d.value.verifiable)
            || deadline_in_prose(text, &plan.legend, lang).is_some_and(|(_, d)| d.verifiable);
        return Terms { responsible: !units.is_empty(), checkable_date: dated };
    }
    let done = passage.attributes.status.as_ref().is_some_and(|s| s.value == Status::Done);
    Terms {
        responsible: passage.attributes.responsible.is_some(),
        // "seit Januar 2026" can be checked where the measure is reported as carried out.
        checkable_date: passage.attributes.deadline.as_ref().is_some_and(|d| d.value.verifiable || (done && names_year(&d.value.text))),
    }
}

fn names_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4 && digits.starts_with("20"))
}

/// What sentences of running prose name, and what the sentences behind them add: "Federführend ist das Bauamt."
pub fn prose_terms(passage: &Passage, graded: &Graded, sentences: Range<usize>, plan: &Plan, lang: Lang) -> (Option<String>, Option<Deadline>) {
    let mut responsible = None;
    let mut deadline = None;
    let units = |text: &str| {
        let units = if lang == Lang::En { english_units_in_prose(text) } else { units_in_prose(text) };
        units.into_iter().next().map(|r| text[r].to_owned())
    };
    // The day of a deed, or of what is undertaken; of what is only wanted it is somebody else's.
    let day = |text: &str, commitment: Commitment| match commitment {
        Commitment::Done => attribute::day_in_prose(text, true),
        Commitment::Committed => attribute::day_in_prose(text, false),
        _ => None,
    };
    for s in sentences.clone() {
        let Some(range) = sentence_range(graded, s) else { continue };
        let text = &passage.text.string[range];
        let grade = &graded.grades[s];
        responsible = responsible.or_else(|| units(text));
        if deadline.is_none() {
            deadline = deadline_in_prose(text, &plan.legend, lang).or_else(|| day(text, grade.commitment)).map(|(_, d)| d);
        }
        let undertakes = grade.commitment == Commitment::Committed || (grade.commitment == Commitment::Intended && grade.modal && !grade.soft);
        if deadline.is_none() && undertakes {
            deadline = bare_year(text).and_then(|year| attribute::deadline(year, &plan.legend, lang));
        }
    }
    for s in sentences.end..graded.grades.len().min(sentences.end + TERMS_FOLLOW) {
        let grade = &graded.grades[s];
        let Some(range) = sentence_range(graded, s).filter(|_| grade.commitment == Commitment::None) else { break };
        if grade.negated || grade.law || grade.demand || grade.deficit || lang == Lang::En {
            break;
        }
        let text = &passage.text.string[range];
        let says = |words: &[&str]| text.split(|c: char| !c.is_alphanumeric()).any(|word| words.iter().any(|start| word.starts_with(start)));
        if responsible.is_none() && says(&CHARGE_WORDS) {
            responsible = units(text);
        }
        if deadline.is_none() && says(&DATE_WORDS) {
            deadline = deadline_in_prose(text, &plan.legend, lang).or_else(|| attribute::day_in_prose(text, false)).map(|(_, d)| d);
        }
    }
    (responsible, deadline)
}

/// So many sentences behind a measure may still say who does it and until when.
const TERMS_FOLLOW: usize = 3;
/// A sentence behind a measure that says who does it.
const CHARGE_WORDS: [&str; 12] = [
    "zuständig",
    "Zuständig",
    "federführ",
    "Federführ",
    "verantwort",
    "Verantwort",
    "ausgeführt",
    "Ausführ",
    "Bauherr",
    "Träger",
    "Umsetzung",
    "umgesetzt",
];
/// A sentence behind a measure that says until when.
const DATE_WORDS: [&str; 15] = [
    "Kraft",
    "Umsetzung",
    "Fertigstellung",
    "Baubeginn",
    "Spatenstich",
    "Eröffnung",
    "Wiedereröffnung",
    "Inbetriebnahme",
    "Abschluss",
    "terminiert",
    "vorgesehen",
    "fertig",
    "Beginn",
    "Start",
    "Termin",
];

/// The bytes of a sentence in its passage, with the punctuation that ends it.
pub fn sentence_range(graded: &Graded, sentence: usize) -> Option<Range<usize>> {
    let tokens = graded.tokens.sentences.get(sentence)?;
    Some(graded.tokens.tokens[tokens.start].start..graded.tokens.tokens[tokens.end - 1].end)
}

/// A year that stands alone in an undertaking: "senkt 2026 an 15 Kreuzungen die Borde ab", or years: "2026/27".
///
/// It is no date of the measure where it belongs to a name ("Aktionsplan 2030") or to what was there before ("der 2019
/// eröffnete Steg").
fn bare_year(sentence: &str) -> Option<&str> {
    const NAMES: [&str; 17] = [
        "plan",
        "plans",
        "bericht",
        "konzept",
        "programm",
        "strategie",
        "vision",
        "wahl",
        "gesetz",
        "ordnung",
        "zensus",
        "studie",
        "umfrage",
        "befragung",
        "erhebung",
        "spanne",
        "ziel",
    ];
    const BEFORE: [&str; 35] = [
        "seit",
        "Seit",
        "Stand",
        "vom",
        "aus",
        "Nr",
        "von",
        "§",
        "Beschluss",
        "Jahr",
        "Jahre",
        "Agenda",
        "Strategie",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "nach",
        "Nach",
        "vor",
        "Vor",
        "gegenüber",
        "wie",
        "als",
        "DIN",
        "ISO",
        "EN",
        "Drucksache",
        "Vorlage",
        "City",
        "Fassung",
        "Charta",
        "bis",
    ];
    const AMOUNTS: [&str; 9] = ["Euro", "Plätze", "Personen", "Menschen", "Kinder", "Einwohner", "Wohnungen", "Stück", "Prozent"];
    let mut before = "";
    let mut words = sentence.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let amount = words.peek().is_some_and(|next| AMOUNTS.iter().any(|noun| next.starts_with(noun)));
        let name = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let named = BEFORE.contains(&name) || name == "§" || before == "§" || NAMES.iter().any(|end| name.to_lowercase().ends_with(end));
        if is_year(bare) && !word.starts_with(['„', '"', '/', '-']) && !named && !amount {
            return Some(bare);
        }
        before = word;
    }
    None
}

/// 2026, 2026/27, 2026–2028
fn is_year(word: &str) -> bool {
    let year = |part: &str| part.len() == 4 && part.starts_with("20") && part.bytes().all(|b| b.is_ascii_digit());
    match word.split_once(['/', '–']) {
        Some((from, to)) => year(from) && (year(to) || (to.len() == 2 && to.bytes().all(|b| b.is_ascii_digit()) && to > &from[2..])),
        None => year(word),
    }
}

fn unit_measure(index: usize, passage: &Passage, graded: &Graded, plan: &Plan, lang: Lang, place: &Place) -> Option<Measure> {
    if matches!(passage.zone, Zone::Contents) {
        return None;
    }
    let grade = unit_grade(passage, graded);
    // Layout or language must say that it is one: a list of places is no list of measures.
    // A row of a table that lists no measures is one only by a whole sentence: figures and explanations name actions, too.
    let named = grade.action_noun && passage.layout != Layout::Row;
    let says_so = grade.commitment > Commitment::None && (named || !grade.fragment || passage.candidate);
    if !(passage.candidate || says_so) || graded.tokens.tokens.is_empty() {
        return None;
    }
    // A row of a table of measures that names none, and the line that opens a list.
    let titled = passage.layout == Layout::Row && passage.parts.iter().any(|part| part.role == Role::Title);
    let opens = passage.layout == Layout::Item
        && passage.text.string.ends_with(':')
        && [" folgende", "following "].iter().any(|word| passage.text.string.contains(word));
    if !passage.candidate && (titled || opens) {
        return None;
    }
    if !passage.candidate && passage.layout == Layout::Item && (tells_otherwise(&passage.text.string, &grade, place) || is_imprint(passage)) {
        return None;
    }
    if passage.zone == Zone::Goals && !passage.candidate && grade.commitment < Commitment::Committed {
        return None;
    }
    let attributes = &passage.attributes;
    // An item outside the lists of measures names its terms in running words.
    let running = if passage.layout == Layout::Item && !passage.candidate {
        prose_terms(passage, graded, 0..graded.tokens.sentences.len(), plan, lang)
    } else {
        Default::default()
    };
    Some(Measure {
        passage: index,
        sentences: 0..graded.tokens.sentences.len(),
        title: title(passage, graded, 0),
        path: passage.path.clone(),
        span: passage.span,
        commitment: grade.commitment,
        level: level(&grade, unit_terms(passage, plan, lang)),
        responsible: attributes.responsible.as_ref().map(|f| f.value.clone()).or(running.0),
        deadline: attributes.deadline.as_ref().map(|f| f.value.clone()).or(running.1),
        budget: attributes.budget.as_ref().map(|f| f.value.clone()).or_else(|| {
            let text = passage.text.string.as_str();
            let listed = passage.layout == Layout::Item && !passage.candidate;
            listed.then(|| money_in_prose(text)).flatten().and_then(|range| text.get(range)).map(str::to_owned)
        }),
        indicator: attributes.indicator.as_ref().map(|f| f.value.clone()).or_else(|| {
            // "Ziel sind fünf Praktika im Jahr": the sheet says it in its text.
            let told = |s: usize| matches!(graded.roles.get(s), Some(Role::Body)).then(|| sentence_range(graded, s)).flatten();
            (0..graded.grades.len()).filter_map(told).find_map(|range| measured(passage.text.string.get(range)?)).map(str::to_owned)
        }),
        status: attributes.status.as_ref().map(|f| f.value).or((grade.commitment == Commitment::Done).then_some(Status::Done)),
        names_article: false,
        duplicate_of: None,
    })
}

#[allow(clippy::too_many_arguments)]
fn prose_measures(
    index: usize,
    passage: &Passage,
    graded: &Graded,
    plan: &Plan,
    lang: Lang,
    catalogue: bool,
    place: &Place,
    measures: &mut Vec<Measure>,
) {
    if matches!(passage.layout, Layout::Heading | Layout::Quote) || passage.zone == Zone::Contents {
        return;
    }
    if is_imprint(passage) || is_resolution_of_plan(passage) {
        return;
    }
    let first = measures.len();
    let told = |s: usize| sentence_range(graded, s).and_then(|range| passage.text.string.get(range)).unwrap_or("");
    let mut s = 0;
    while s < graded.grades.len() {
        let grade = &graded.grades[s];
        // "Gemessen wird der Erfolg an …" belongs to the measure before it.
        if let Some(value) = measured(told(s)) {
            if let Some(last) = measures.get_mut(first..).and_then(|own| own.last_mut()) {
                last.indicator.get_or_insert_with(|| value.to_owned());
            }
            s += 1;
            continue;
        }
        let report = grade.commitment == Commitment::Done && (passage.zone == Zone::Context || (catalogue && passage.zone != Zone::Measures));
        let binds = grade.commitment > Commitment::None && !report;
        // "Die Verwaltung wird beauftragt:" opens a list whose items are the measures.
        let opens_list = (graded.tokens.sentences.get(s).is_some_and(|r| r.len() <= 5)
            || told(s).trim_end().trim_end_matches(':').ends_with(" beschlossen"))
            && passage.text.string.trim_end().ends_with([':', ',']);
        let only_goal = passage.zone == Zone::Goals && grade.commitment == Commitment::Intended;
        if !binds || only_goal || opens_list || tells_otherwise(told(s), grade, place) {
            s += 1;
            continue;
        }
        let mut end = s + 1;
        while end < graded.grades.len()
            && measured(told(end)).is_none()
            && (afforded(told(end)) || (graded.grades[end].anaphoric && graded.grades[end].commitment <= Commitment::Intended))
        {
            end += 1;
        }
        let (responsible, deadline) = prose_terms(passage, graded, s..end, plan, lang);
        let terms = Terms { responsible: responsible.is_some(), checkable_date: deadline.as_ref().is_some_and(|d| d.verifiable) };
        let (Some(first), Some(last)) = (sentence_range(graded, s), sentence_range(graded, end - 1)) else { break };
        let text = &passage.text.string[first.start..last.end];
        measures.push(Measure {
            passage: index,
            sentences: s..end,
            title: title(passage, graded, s),
            path: passage.path.clone(),
            span: passage.text.source_span(first.start..last.end),
            commitment: grade.commitment,
            level: level(grade, terms),
            responsible,
            deadline,
            budget: money_in_prose(text).map(|r| text[r].to_owned()),
            indicator: None,
            status: passage.attributes.status.as_ref().map(|f| f.value).or((grade.commitment == Commitment::Done).then_some(Status::Done)),
            names_article: false,
            duplicate_of: None,
        });
        s = end;
    }
}

/// What a plan is about: a county or a town, and the last year it names as a date.
struct Place {
    county: bool,
    last_year: i32,
}

impl Place {
    fn of(plan: &Plan) -> Self {
        let named = |text: &str| {
            fold(text).split(' ').any(|word| matches!(word, "landkreis" | "landkreises" | "kreis" | "kreises") || word.starts_with("kreisaktions"))
        };
        let heads = plan.passages.iter().take(8).filter(|p| p.layout == Layout::Heading || p.text.len() < 160);
        let county = named(&plan.title) || heads.into_iter().any(|p| named(&p.text.string));
        let last_year = plan
            .passages
            .iter()
            .filter_map(|p| p.attributes.deadline.as_ref()?.value.latest)
            .map(|date| date.year)
            .filter(|year| (2000..2060).contains(year))
            .max()
            .unwrap_or(0);
        Self { county, last_year }
    }
}

/// Whether a folded sentence begins with one of the phrases, and how many words that takes.
fn begins_with(set: &rustc_hash::FxHashSet<String>, folded: &str) -> Option<usize> {
    let blanks = folded.match_indices(' ').map(|(at, _)| at).chain([folded.len()]);
    let heads: Vec<&str> = blanks.take(5).filter_map(|end| folded.get(..end)).collect();
    (1..=heads.len()).rev().find(|&n| set.contains(heads[n - 1]))
}

/// A sentence that tells of something else than what this municipality does: what others do or must do, a call to the
/// readers, how the plan came about, figures, history, a vision.
fn tells_otherwise(sentence: &str, grade: &Grade, place: &Place) -> bool {
    let trimmed = sentence.trim();
    let folded = fold(trimmed);
    let words: Vec<&str> = folded.split(' ').collect();
    let raw: Vec<&str> = trimmed.split_whitespace().collect();
    let has = |wanted: &str| words.contains(&wanted);
    let own =
        ["stadt", "gemeinde", "verwaltung", "wir", "unser", "unsere", "unseren"].iter().any(|word| has(word)) || (place.county && has("landkreis"));
    let money = money_in_prose(trimmed).is_some();
    // "Melden Sie …", "Haben Sie …?"
    let asked = trimmed.ends_with('?')
        || (raw.get(1).is_some_and(|word| word.trim_end_matches(',') == "Sie")
            && raw.first().is_some_and(|w| w.ends_with("en") || w.ends_with("nd")));
    if asked && (!own || raw.get(1).is_some_and(|word| word.trim_end_matches(',') == "Sie")) {
        return true;
    }
    if begins_with(&vocabulary().outsiders, &folded).is_some_and(|n| {
        // "Betriebe fördern wir", "Arbeitgeber zu beraten": the others are not the ones who act.
        words.len() > n && !has("zu") || has("gebeten") || has("müssen") || has("muss") || has("verpflichtet") || has("aufgefordert")
    }) && !own
    {
        return true;
    }
    // In the plan of a town its county is another.
    let county = !place.county && words.windows(2).any(|two| matches!(two, ["der", "landkreis" | "kreis"]));
    let of_county = !place.county && words.windows(2).any(|two| matches!(two, ["des", "landkreises" | "kreises"]));
    if (county || of_county) && !own && !money && !grade.soft && raw.len() <= 14 && grade.commitment == Commitment::Committed {
        return true;
    }
    // "Die Arbeitsgruppen trafen sich …"
    let drafted = words.iter().take(4).any(|word| vocabulary().drafters.contains(*word));
    let past = grade.commitment == Commitment::Done
        || words.iter().any(|word| word.len() > 4 && (word.ends_with("ten") || word.ends_with("te")) && !word.ends_with("lichte"));
    if drafted && past && !has("wird") && !has("werden") {
        return true;
    }
    if has("hatte") || has("hatten") {
        return true;
    }
    // "wird bereits … geführt": it is so, already.
    let already = words.windows(2).any(|two| matches!(two, ["wird" | "werden", "bereits" | "schon" | "seit"]));
    if already && !money && grade.commitment == Commitment::Committed {
        return true;
    }
    let future = attribute::deadline(trimmed, &attribute::Legend::default(), Lang::De).is_some_and(|d| d.latest.is_some());
    // "Wer zur Apotheke will, muss …", "Wer Hilfe braucht, zieht meist …": so it is for all.
    if has("wer") && !own && !money && ((grade.obliges && !future) || (words.first() == Some(&"wer") && !future && !has("wird") && !has("werden"))) {
        return true;
    }
    // "Zahlreiche dieser Maßnahmen wurden umgesetzt": the text counts its measures.
    let counting = words.windows(2).any(|two| {
        matches!(two, [first, "massnahmen" | "vorhaben" | "steckbriefe"] if matches!(*first, "zahlreiche" | "dieser" | "diesen" | "weitere" | "viele" | "einige" | "mehrere") || number_word(first))
    });
    if counting && (grade.commitment == Commitment::Done || has("wurden") || has("sind"))
        || words.iter().any(|word| word.starts_with("steckbrief")) && !own
    {
        return true;
    }
    // "Druck: Hausdruckerei"
    if trimmed.split_once(':').is_some_and(|(head, _)| vocabulary().imprint.contains(&fold(head))) {
        return true;
    }
    // "Bis 2031 kommt jeder Mensch …", "So stellen wir uns unsere Gemeinde im Jahr 2035 vor"
    let everybody = words.windows(2).any(|two| {
        matches!(two, ["jeder", "mensch"] | ["jede", "person"] | ["jedes", "kind"] | ["alle", "menschen" | "kinder"] | ["jeder" | "jede", "einzelne"])
    }) || has("niemand");
    let pictured = has("stellen") && has("uns") && has("vor");
    if pictured || (everybody && !own && !money && !has("wird") && !has("werden") && grade.commitment <= Commitment::Committed && !grade.adds) {
        return true;
    }
    // "vermietet 2.870 Wohnungen": a count of what there is, without a day or a sum.
    let counted = raw.iter().any(|word| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        word.contains('.')
            && word.trim_end_matches(['.', ',', ';']).contains('.')
            && (4..=7).contains(&digits.len())
            && word.split('.').nth(1).is_some_and(|part| part.trim_end_matches(|c: char| !c.is_ascii_digit()).len() == 3)
    });
    if counted && !money && !future && grade.commitment == Commitment::Committed && !grade.modal {
        return true;
    }
    // "Das Hallenbad wurde 2014 saniert": too long ago for this plan.
    let years: Vec<i32> =
        words.iter().filter(|w| w.len() == 4 && (w.starts_with("19") || w.starts_with("20"))).filter_map(|w| w.parse().ok()).collect();
    let latest = years.iter().max().copied();
    grade.commitment == Commitment::Done && latest.is_some_and(|year| place.last_year > 0 && year <= place.last_year - 12)
}

fn number_word(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
        || matches!(
            word,
            "zwei" | "drei" | "vier" | "fünf" | "sechs" | "sieben" | "acht" | "neun" | "zehn" | "elf" | "zwölf" | "zwanzig" | "dreissig"
        )
}

/// The first sixty letters, which is more than any phrase that opens a sentence.
fn head(text: &str) -> &str {
    text.char_indices().nth(60).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// What success is measured by, if the sentence says nothing else.
fn measured(sentence: &str) -> Option<&str> {
    let trimmed = sentence.trim().trim_end_matches(['.', ';']);
    begins_with(&vocabulary().measured, &fold(head(trimmed)))?;
    // Behind "an", "ist", "dient" or "gilt", without its article.
    let mut from = None;
    let mut at = 0;
    for word in trimmed.split_inclusive(' ') {
        at += word.len();
        let bare = word.trim().trim_matches(|c: char| !c.is_alphanumeric());
        if matches!(bare, "an" | "am" | "dient" | "dienen" | "gilt" | "gelten" | "wenn" | "by")
            || (from.is_none() && matches!(bare, "ist" | "sind" | "messen"))
        {
            from = Some(at);
            if matches!(bare, "an" | "am" | "dient" | "dienen" | "gilt" | "gelten" | "by") {
                break;
            }
        }
    }
    let value = trimmed.get(from?..)?.trim();
    let value = ["der ", "die ", "das ", "den ", "dem "].iter().find_map(|article| value.strip_prefix(article)).unwrap_or(value);
    (!value.is_empty()).then_some(value)
}

/// "Eingeplant sind 8.500 Euro", "Die Federführung hat …": who pays or leads the measure of the sentence before.
fn afforded(sentence: &str) -> bool {
    let folded = fold(head(sentence.trim()));
    let Some(n) = begins_with(&vocabulary().afforded, &folded) else { return false };
    let words: Vec<&str> = folded.split(' ').collect();
    let lead = words
        .get(..n)
        .is_some_and(|head| head.iter().any(|word| matches!(*word, "federführung" | "federführend" | "verantwortlich" | "zuständig" | "lead")));
    let staff = folded.split(' ').any(|word| matches!(word, "stelle" | "stellen" | "vzä" | "vollzeitstelle"));
    lead || staff || money_in_prose(sentence).is_some()
}

/// A line of an imprint: "Gestaltung: Büro Linie Drei".
fn is_imprint(passage: &Passage) -> bool {
    if passage.candidate || passage.text.len() > 600 {
        return false;
    }
    let text = &passage.text.string;
    let named = |head: &str| {
        let label = head.rsplit(['.', ';', ',', '\n']).next().unwrap_or(head);
        vocabulary().imprint.contains(&fold(label))
    };
    let labels = text.match_indices(':').filter(|(at, _)| text.get(..*at).is_some_and(named)).count();
    let opens = text.find(':').and_then(|at| text.get(..at)).is_some_and(|head| vocabulary().imprint.contains(&fold(head)));
    opens || labels >= 2
}

/// "Zweiter Aktionsplan der Stadt …, 2026 bis 2031. Beschlossen vom Rat am …": the plan's own title and resolution.
fn is_resolution_of_plan(passage: &Passage) -> bool {
    let text = &passage.text.string;
    if text.len() > 260 || passage.candidate {
        return false;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let named = words.iter().take(4).any(|word| ["plan", "programm", "konzept", "massnahmenpaket"].iter().any(|end| word.ends_with(end)));
    let passed = words.iter().any(|word| matches!(*word, "beschlossen" | "beschluss" | "gemeinderatsbeschluss" | "ratsbeschluss" | "verabschiedet"));
    named && passed && !words.iter().any(|word| matches!(*word, "wird" | "werden" | "soll" | "sollen"))
}

/// The longest title in characters; a longer sentence is cut at a word.
const TITLE: usize = 120;

fn title(passage: &Passage, graded: &Graded, sentence: usize) -> String {
    let written = passage
        .parts
        .iter()
        .find(|p| p.role == Role::Title)
        .filter(|_| is_unit(passage.layout))
        .map(|p| p.range.clone())
        .or_else(|| sentence_range(graded, sentence))
        .and_then(|r| passage.text.string.get(r))
        .unwrap_or("");
    let written: String = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if written.chars().count() <= TITLE {
        return written;
    }
    let mut short = String::new();
    for word in written.split(' ') {
        if short.chars().count() + word.chars().count() >= TITLE {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.push_str(" …");
    short
}

fn names_article(measure: &Measure, graded: &Graded, vocabulary: &Vocabulary, words: &Language) -> bool {
    let own = measure.sentences.clone().any(|s| {
        graded.tokens.sentences.get(s).is_some_and(|r| crate::pattern::names_convention_article(&graded.tokens.tokens[r.clone()], vocabulary))
    });
    own || measure.path.iter().any(|heading| {
        let mut vocabulary = Vocabulary::default();
        let tokens = words.tokenise(heading, &mut vocabulary, &[]);
        crate::pattern::names_convention_article(&tokens.tokens, &vocabulary)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::source::Source;

    fn measures(text: &str) -> Vec<Measure> {
        let plan = crate::plan::read(&document::parse(&Source::new("plan.md", text)), Lang::De);
        grade(&plan, Lang::De).measures
    }

    #[test]
    fn what_others_do_and_calls_to_readers_are_no_measures() {
        for sentence in [
            "Das Land fördert den Umbau von Haltestellen mit einem neuen Programm.",
            "Private Vermieter sind verpflichtet, notwendige Umbauten zu dulden.",
            "Melden Sie Barrieren über den Mängelmelder, wir leiten den Hinweis weiter.",
            "Die Arbeitsgruppen sammelten 260 Vorschläge und stellten sie im Internet vor.",
            "Der Saal wird bereits von einem Inklusionsbetrieb bewirtschaftet.",
        ] {
            let text = format!("# Plan der Stadt Neudorf\n\n## Wohnen\n\n{sentence}\n");
            assert!(measures(&text).is_empty(), "{sentence}");
        }
        let own = "# Plan der Stadt Neudorf\n\n## Wohnen\n\nDas Bauamt richtet bis 2027 eine Börse für barrierefreie Wohnungen ein.\n";
        assert_eq!(measures(own).len(), 1);
    }

    #[test]
    fn labels_promise_nothing_and_leave_a_soft_text_soft() {
        let sheet = |text: &str| {
            let plan =
                format!("# Plan\n\n## Schule\n\n### 4.3 Schulnetzplan\n\n{text}\n\n**Zuständig:** Schulamt\n**Zeitraum:** 2028\n**Kosten:** –\n");
            measures(&plan).iter().map(|m| m.level).collect::<Vec<_>>()
        };
        assert_eq!(sheet("Der Landkreis strebt gemeinsamen Unterricht an jedem Standort an."), [Level::Intended]);
        assert_eq!(sheet("Der Landkreis prüft, ob gemeinsamer Unterricht an jedem Standort möglich ist."), [Level::Intended]);
        assert_eq!(sheet("Der Landkreis richtet an jedem Standort gemeinsamen Unterricht ein."), [Level::Binding]);
    }

    #[test]
    fn imprints_hold_no_measures() {
        let text = "# Plan\n\nRedaktion: Stabsstelle Inklusion. Druck: Hausdruckerei. Das Heft wird auf Anfrage zugeschickt.\n";
        assert!(measures(text).is_empty());
    }

    #[test]
    fn money_and_indicator_of_the_next_sentence_belong_to_the_measure() {
        let text = "# Plan\n\n## Schule\n\nDas Personalamt schult bis 2027 alle Führungskräfte; eingeplant sind 8.500 Euro. \
                    Gemessen wird der Erfolg an der Zahl der Geschulten.\n";
        let found = measures(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].budget.as_deref(), Some("8.500 Euro"));
        assert_eq!(found[0].indicator.as_deref(), Some("Zahl der Geschulten"));
    }

    #[test]
    fn a_resolution_that_tells_a_measure_again_is_a_repetition() {
        let text = "# Plan\n\n## Verkehr\n\nDas Tiefbauamt baut bis Ende 2029 weitere 42 Haltestellen um.\n\n## Beschlüsse\n\n\
                    Der Rat hat am 3. März 2025 beschlossen:\n\n1. Das Tiefbauamt wird beauftragt, die 42 Haltestellen bis Ende 2029 umzubauen.\n\
                    2. Das Tiefbauamt wird beauftragt, 15 Ampeln bis Ende 2029 nachzurüsten.\n";
        let found = measures(text);
        assert_eq!(found.iter().map(|m| m.duplicate_of).collect::<Vec<_>>(), [None, Some(0), None]);
    }
}
