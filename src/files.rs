//! The disk: reading plans and checklists, walking folders, writing reports.
//!
//! Whatever a file holds, reading it ends in a [`Source`] or in an [`Unreadable`] that says what is wrong and
//! what to do about it.

use crate::message::{Message, message};
use crate::source::{Source, sha256};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use tempfile::NamedTempFile;

const MEGABYTE: u64 = 1024 * 1024;

/// Larger files are refused, plans unless more is asked for; the longest plans known have less than one megabyte. An audit takes
/// about 120 times the memory of its text (tests/memory.rs).
pub const LARGEST: u64 = 20 * MEGABYTE;

/// Nobody can ask for more: places in a text are counted in 32 bits.
pub const LARGEST_OF_ALL: u64 = 4_000 * MEGABYTE;

/// The name that stands for standard input.
pub const STDIN: &str = "-";

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    pub source: Source,
    /// SHA-256 of the bytes as they stand in the file, in hexadecimal.
    pub sha256: String,
}

/// A file that could not be read or written, and why.
#[derive(Debug)]
pub struct Unreadable {
    /// The file as the user named it.
    pub path: String,
    pub reason: Reason,
}

/// Why a file could not be read or written.
#[derive(Debug)]
pub enum Reason {
    Missing,
    IsFolder,
    NoPlanInFolder,
    NoLabelsInFolder,
    TooLarge {
        bytes: u64,
        most: u64,
    },
    /// Line and column of the first byte that is no UTF-8.
    NotUtf8 {
        line: usize,
        column: usize,
        byte: u8,
    },
    BrokenUtf16,
    Word,
    Pdf,
    Exists,
    FolderExists,
    /// Replacing it would delete files that this program did not write.
    FolderOfOthers,
    Denied,
    Other(io::Error),
}

impl Unreadable {
    fn new(path: impl Into<String>, reason: Reason) -> Self {
        Self { path: path.into(), reason }
    }

    fn io(path: impl Into<String>, error: io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => Reason::Missing,
            io::ErrorKind::PermissionDenied => Reason::Denied,
            io::ErrorKind::IsADirectory => Reason::IsFolder,
            _ => Reason::Other(error),
        };
        Self::new(path, reason)
    }

    /// What is wrong, in one sentence.
    pub fn reason(&self) -> Message {
        match &self.reason {
            Reason::Missing => message!("file-missing"),
            Reason::IsFolder => message!("file-is-folder"),
            Reason::NoPlanInFolder => message!("file-no-plan"),
            Reason::NoLabelsInFolder => message!("file-no-labels"),
            Reason::TooLarge { bytes, most } => message!("file-too-large", size = megabytes(*bytes), most = megabytes(*most)),
            Reason::NotUtf8 { line, column, byte } => {
                message!("file-not-utf8", line = line.to_string(), column = column.to_string(), byte = format!("{byte:02X}"))
            }
            Reason::BrokenUtf16 => message!("file-broken-utf16"),
            Reason::Word => message!("file-word"),
            Reason::Pdf => message!("file-pdf"),
            Reason::Exists => message!("file-exists"),
            Reason::FolderExists => message!("folder-exists"),
            Reason::FolderOfOthers => message!("folder-of-others"),
            Reason::Denied => message!("file-denied"),
            Reason::Other(error) => message!("file-other", error = error.to_string()),
        }
    }

    /// How to mend it, in one or two sentences.
    pub fn help(&self) -> Message {
        match &self.reason {
            Reason::Missing => message!("file-missing-help"),
            Reason::IsFolder => message!("file-is-folder-help"),
            Reason::NoPlanInFolder => message!("file-no-plan-help"),
            Reason::NoLabelsInFolder => message!("file-no-labels-help"),
            Reason::TooLarge { .. } => message!("file-too-large-help"),
            Reason::NotUtf8 { .. } => message!("file-not-utf8-help"),
            Reason::BrokenUtf16 => message!("file-broken-utf16-help"),
            Reason::Word => message!("file-word-help"),
            Reason::Pdf => message!("file-pdf-help"),
            Reason::Exists => message!("file-exists-help"),
            Reason::FolderExists => message!("folder-exists-help"),
            Reason::FolderOfOthers => message!("folder-of-others-help"),
            Reason::Denied => message!("file-denied-help"),
            Reason::Other(_) => message!("file-other-help"),
        }
    }
}

/// Megabytes, rounded up.
pub fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(MEGABYTE)
}

/// The bytes in so many megabytes; nothing for none and for more than anybody can ask for.
pub fn bytes_of(megabytes: u64) -> Option<u64> {
    megabytes.checked_mul(MEGABYTE).filter(|bytes| (1..=LARGEST_OF_ALL).contains(bytes))
}

/// Is there a file of this name?
pub fn exists(path: &str) -> bool {
    Path::new(path).is_file()
}

/// Reads a file, or standard input for `-`.
pub fn read(path: &str, shown: &str) -> Result<Loaded, Unreadable> {
    load(Path::new(path), shown, LARGEST)
}

/// Reads a plan that has at most so many bytes.
pub fn read_plan(input: &Input, most: u64) -> Result<Loaded, Unreadable> {
    load(&input.path, &input.shown, most)
}

fn load(path: &Path, shown: &str, most: u64) -> Result<Loaded, Unreadable> {
    let bytes = bytes(path, most)?;
    let sha256 = sha256(&bytes);
    let text = decode(bytes).map_err(|reason| Unreadable::new(path.to_string_lossy(), reason))?;
    Ok(Loaded { source: Source::new(shown, text), sha256 })
}

/// Reads a table that a spreadsheet wrote, and whether it is in the old encoding of Windows, in which a German Excel
/// saves "CSV" where nobody asks for UTF-8.
pub fn read_table(path: &str, shown: &str) -> Result<(Loaded, bool), Unreadable> {
    let bytes = bytes(Path::new(path), LARGEST)?;
    let sha256 = sha256(&bytes);
    let (text, is_old) = match decode(bytes.clone()) {
        Ok(text) => (text, false),
        Err(Reason::NotUtf8 { .. }) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(), true),
        Err(reason) => return Err(Unreadable::new(path, reason)),
    };
    Ok((Loaded { source: Source::new(shown, text), sha256 }, is_old))
}

fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, Unreadable> {
    let name = path.to_string_lossy();
    let failed = |e| Unreadable::io(name.clone(), e);
    let mut bytes = Vec::new();
    if path == Path::new(STDIN) {
        io::stdin().lock().take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let metadata = fs::metadata(path).map_err(failed)?;
        if metadata.is_dir() {
            return Err(Unreadable::new(name, Reason::IsFolder));
        }
        if metadata.len() > most {
            return Err(Unreadable::new(name, Reason::TooLarge { bytes: metadata.len(), most }));
        }
        // A device or a growing file tells no length beforehand.
        bytes.reserve(usize::try_from(metadata.len()).unwrap_or(0));
        File::open(path).and_then(|f| f.take(most + 1).read_to_end(&mut bytes)).map_err(failed)?;
    }
    if bytes.len() as u64 > most {
        return Err(Unreadable::new(name, Reason::TooLarge { bytes: bytes.len() as u64, most }));
    }
    Ok(bytes)
}

/// The text of a file: UTF-8, or UTF-16 with a byte order mark or with its typical zeros.
fn decode(bytes: Vec<u8>) -> Result<String, Reason> {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, rest @ ..] => return utf8(rest.to_vec()),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Reason::Word),
        [b'%', b'P', b'D', b'F', b'-', ..] => return Err(Reason::Pdf),
        _ => {}
    }
    match zeros(&bytes) {
        (even, odd) if odd > 40 && even < 5 => utf16(&bytes, u16::from_le_bytes),
        (even, odd) if even > 40 && odd < 5 => utf16(&bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

/// Percentage of zero bytes at even and at odd places near the start: UTF-16 of a Western text has half of them.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let head = &bytes[..bytes.len().min(1024)];
    if head.len() < 8 || bytes.len() % 2 == 1 {
        return (0, 0);
    }
    let count = |first: usize| head.iter().skip(first).step_by(2).filter(|b| **b == 0).count() * 200 / head.len().max(1);
    (count(0), count(1))
}

fn utf8(bytes: Vec<u8>) -> Result<String, Reason> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = Source::new("", String::from_utf8_lossy(&bytes[..at]));
        let place = before.position(before.text.len());
        Reason::NotUtf8 { line: place.line, column: place.column, byte: bytes[at] }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Reason> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(Reason::BrokenUtf16);
    }
    char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))).collect::<Result<String, _>>().map_err(|_| Reason::BrokenUtf16)
}

/// A plan to be read: where it is, and how it is called in reports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Never absolute, always with `/`, so that the same plan gives the same report on every machine.
    pub shown: String,
    /// As the disk has it: a name need not be UTF-8.
    pub path: PathBuf,
}

/// What a plan's file may be called.
const PLAN_ENDS: [&str; 2] = [".md", ".markdown"];

/// The plans behind the names that a user gave: files as they are, folders searched; sorted, each once.
pub fn plans(names: &[String], stdin_name: &str) -> (Vec<Input>, Vec<Unreadable>) {
    inputs(names.iter().map(PathBuf::from), &PLAN_ENDS, || Reason::NoPlanInFolder, |name| (name == Path::new(STDIN)).then(|| stdin_name.to_owned()))
}

/// The plans behind a name on a list, where `-` is a name like any other.
pub fn listed(name: PathBuf) -> (Vec<Input>, Vec<Unreadable>) {
    let name = if name == Path::new(STDIN) { Path::new(".").join(name) } else { name };
    inputs([name], &PLAN_ENDS, || Reason::NoPlanInFolder, |_| None)
}

/// The names on the lines of a list, as they come: a list may be endless, or written while it is read.
pub struct List {
    path: String,
    lines: Box<dyn BufRead + Send>,
}

impl List {
    /// Opens a list, or standard input for `-`.
    pub fn open(path: &str) -> Result<Self, Unreadable> {
        let lines: Box<dyn BufRead + Send> = if path == STDIN {
            Box::new(BufReader::new(io::stdin()))
        } else {
            Box::new(BufReader::new(File::open(path).map_err(|e| Unreadable::io(path, e))?))
        };
        Ok(Self { path: path.to_owned(), lines })
    }

    /// Is standard input a list? It is if its first line names a file, which no line of a plan does.
    ///
    /// Looks without taking: whoever reads standard input next gets all of it.
    pub fn is_on_stdin() -> bool {
        let mut stdin = io::stdin().lock();
        let Ok(begin) = stdin.fill_buf() else { return false };
        let line = begin.split(|byte| *byte == b'\n').next().unwrap_or_default();
        path_of(line.strip_suffix(b"\r").unwrap_or(line).to_vec()).is_file()
    }
}

/// No system has longer names; what is longer is cut and then not found.
const LONGEST_NAME: u64 = 16 * 1024;

impl Iterator for List {
    type Item = Result<PathBuf, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut line = Vec::new();
            match self.lines.by_ref().take(LONGEST_NAME).read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    self.lines = Box::new(io::empty());
                    return Some(Err(Unreadable::io(&self.path, error)));
                }
            }
            while matches!(line.last(), Some(b'\n' | b'\r')) {
                line.pop();
            }
            if !line.is_empty() {
                return Some(Ok(path_of(line)));
            }
        }
    }
}

#[cfg(unix)]
fn path_of(name: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(name).into()
}

#[cfg(not(unix))]
fn path_of(name: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&name).into_owned().into()
}

/// The plans right in the current folder, sorted; nobody waits until a whole disk is searched.
pub fn plans_of_this_folder() -> Vec<String> {
    let Ok(entries) = fs::read_dir(".") else { return Vec::new() };
    let names = entries.filter_map(|e| Some(e.ok()?.file_name().to_string_lossy().into_owned()));
    let is_plan = |name: &String| {
        let small = name.to_lowercase();
        PLAN_ENDS.iter().any(|end| small.ends_with(end)) && !is_about_the_folder(&small) && !small.starts_with('.')
    };
    let mut plans: Vec<String> = names.filter(is_plan).collect();
    plans.sort();
    plans
}

/// The files of labels behind the names that a user gave: `.jsonl` and `.truth.json` in folders.
pub fn labels(names: &[String]) -> (Vec<Input>, Vec<Unreadable>) {
    inputs(names.iter().map(PathBuf::from), &[".jsonl", ".truth.json"], || Reason::NoLabelsInFolder, |_| None)
}

fn inputs(
    names: impl IntoIterator<Item = PathBuf>,
    ends: &[&str],
    none: fn() -> Reason,
    stands_for: impl Fn(&Path) -> Option<String>,
) -> (Vec<Input>, Vec<Unreadable>) {
    let mut found = Vec::new();
    let mut unreadable = Vec::new();
    let mut empty = Vec::new();
    for path in names {
        if let Some(shown) = stands_for(&path) {
            found.push(Input { shown, path });
        } else if path.is_dir() {
            let before = (found.len(), unreadable.len());
            walk(&path, ends, &mut found, &mut unreadable);
            if (found.len(), unreadable.len()) == before {
                empty.push(path);
            }
        } else {
            found.push(Input { shown: shown(&path, path.parent()), path });
        }
    }
    unreadable.extend(empty.into_iter().map(|path| Unreadable::new(path.to_string_lossy(), none())));
    found.sort();
    found.dedup_by(|a, b| a.path == b.path);
    (found, unreadable)
}

fn walk(folder: &Path, ends: &[&str], found: &mut Vec<Input>, unreadable: &mut Vec<Unreadable>) {
    // Links are not followed: that way no folder is read twice and no circle is entered.
    let walker = ignore::WalkBuilder::new(folder).require_git(false).sort_by_file_path(Path::cmp).build();
    for entry in walker {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
                if ends.iter().any(|e| name.ends_with(e)) && !is_about_the_folder(&name) && may_be_read(path) {
                    found.push(Input { shown: shown(path, folder.parent()), path: path.to_path_buf() });
                }
            }
            Err(error) => {
                let text = error.to_string();
                let place = place_of(&error).unwrap_or(folder).to_string_lossy().into_owned();
                unreadable.push(Unreadable::io(place, error.into_io_error().unwrap_or_else(|| io::Error::other(text))));
            }
        }
    }
}

/// A file, or a link that leads nowhere, which is told when it is read; a pipe or a device could keep the program for ever.
fn may_be_read(path: &Path) -> bool {
    path.is_file() || (path.is_symlink() && fs::metadata(path).is_err())
}

/// The file or folder that an error of the search is about.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        _ => None,
    }
}

/// Files that say something about a repository and are no plans; whoever names one of them gets it read all the same.
fn is_about_the_folder(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    matches!(stem, "readme" | "license" | "licence" | "lizenz" | "contributing" | "changelog" | "code_of_conduct" | "security")
}

/// The name of a file in reports; of absolute paths only what stands below `base` or the current folder.
fn shown(path: &Path, base: Option<&Path>) -> String {
    let mut path = path.to_path_buf();
    if path.is_absolute() {
        let here = std::env::current_dir().ok();
        let below = here.iter().map(PathBuf::as_path).chain(base).find_map(|b| path.strip_prefix(b).ok().map(Path::to_path_buf));
        path = below.unwrap_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default());
    }
    let parts: Vec<String> = path
        .components()
        .filter(|c| !matches!(c, Component::CurDir | Component::Prefix(_) | Component::RootDir))
        .map(|c| c.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}

/// The nearest file of this name in the current folder or in one above it.
pub fn in_ancestors(name: &str) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = here.ancestors().map(|folder| folder.join(name)).find(|path| path.is_file())?;
    Some(from_here(&found))
}

/// The path as seen from the current folder: short where it stands below or above it.
pub fn from_here(path: &Path) -> PathBuf {
    let Ok(here) = std::env::current_dir() else { return path.to_path_buf() };
    for (up, folder) in here.ancestors().enumerate() {
        if let Ok(below) = path.strip_prefix(folder) {
            return std::iter::repeat_n(Path::new(".."), up).collect::<PathBuf>().join(below);
        }
    }
    path.to_path_buf()
}

/// Refuses a target that exists, before any work is done.
pub fn may_write(path: &Path, force: bool) -> Result<(), Unreadable> {
    let name = path.to_string_lossy();
    if path.is_dir() {
        return Err(Unreadable::new(name, Reason::IsFolder));
    }
    if path.is_file() && !force {
        return Err(Unreadable::new(name, Reason::Exists));
    }
    Ok(())
}

/// Writes a file as a whole or not at all.
pub fn write(path: &Path, text: &str, force: bool) -> Result<(), Unreadable> {
    let mut file = NewFile::begin(path, force)?;
    file.write(text)?;
    file.finish()
}

/// A file that takes its name only when it is whole: until then an older one of that name stays as it is.
pub struct NewFile {
    /// As the user named it.
    name: String,
    target: PathBuf,
    force: bool,
    draft: Draft,
}

enum Draft {
    /// Beside the target, under a name of its own.
    Beside(NamedTempFile),
    /// A pipe or a device takes what is written at once; replacing it by a file would destroy it.
    Through(File),
}

impl NewFile {
    /// Begins a file; `force` lets it replace an older one.
    pub fn begin(path: &Path, force: bool) -> Result<Self, Unreadable> {
        let name = path.to_string_lossy().into_owned();
        let failed = |e: io::Error| Unreadable::io(&name, e);
        // What a link leads to is replaced, not the link.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let draft = if target.exists() && !target.is_file() {
            Draft::Through(fs::OpenOptions::new().write(true).open(&target).map_err(failed)?)
        } else {
            let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Draft::Beside(beside(folder).map_err(failed)?)
        };
        Ok(Self { name, target, force, draft })
    }

    /// Writes behind what was written so far.
    pub fn write(&mut self, text: &str) -> Result<(), Unreadable> {
        let file = match &mut self.draft {
            Draft::Beside(file) => file.as_file_mut(),
            Draft::Through(file) => file,
        };
        file.write_all(text.as_bytes()).map_err(|e| Unreadable::io(&self.name, e))
    }

    /// Gives the file its name.
    pub fn finish(self) -> Result<(), Unreadable> {
        let Draft::Beside(file) = self.draft else { return Ok(()) };
        let done = if self.force { file.persist(&self.target) } else { file.persist_noclobber(&self.target) };
        done.map(drop).map_err(|e| match e.error.kind() {
            io::ErrorKind::AlreadyExists => Unreadable::new(self.name, Reason::Exists),
            _ => Unreadable::io(self.name, e.error),
        })
    }
}

/// A file without a lasting name, with the rights of every new file and not only its owner's.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".crpd-check-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// The length of a file in bytes; a file that is not there has none.
pub fn length(path: &Path) -> usize {
    fs::metadata(path).map_or(0, |m| usize::try_from(m.len()).unwrap_or(usize::MAX))
}

/// Writes behind what a file holds and an end of line, or into a new one: a page that several programs fill.
pub fn append(path: &Path, text: &str) -> Result<(), Unreadable> {
    let end_of_line = if length(path) > 0 { "\n" } else { "" };
    let mut file = fs::OpenOptions::new().append(true).create(true).open(path).map_err(|e| Unreadable::io(path.to_string_lossy(), e))?;
    file.write_all(format!("{end_of_line}{text}").as_bytes()).map_err(|e| Unreadable::io(path.to_string_lossy(), e))
}

/// Refuses a folder that exists; `force` replaces one that holds nothing but files of these names.
pub fn may_write_folder(path: &Path, names: &[&str], force: bool) -> Result<(), Unreadable> {
    let name = path.to_string_lossy();
    if !path.exists() {
        return Ok(());
    }
    if !force {
        return Err(Unreadable::new(name, Reason::FolderExists));
    }
    let entries = fs::read_dir(path).map_err(|_| Unreadable::new(name.clone(), Reason::FolderOfOthers))?;
    let is_ours = |entry: io::Result<fs::DirEntry>| entry.is_ok_and(|e| names.iter().any(|name| e.file_name() == *name));
    if entries.into_iter().all(is_ours) { Ok(()) } else { Err(Unreadable::new(name, Reason::FolderOfOthers)) }
}

/// Writes a folder of files as a whole or not at all.
pub fn write_folder(path: &Path, files: &[(&str, String)], force: bool) -> Result<(), Unreadable> {
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    may_write_folder(path, &names, force)?;
    let failed = |e: io::Error| Unreadable::io(path.to_string_lossy(), e);
    let beside = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Both folders go when this function ends, however it ends.
    let work = tempfile::Builder::new().prefix(".crpd-check-").tempdir_in(beside).map_err(failed)?;
    let (new, old) = (work.path().join("new"), work.path().join("old"));
    fs::create_dir(&new).map_err(failed)?;
    for (name, text) in files {
        fs::write(new.join(name), text).map_err(failed)?;
    }
    if path.exists() {
        fs::rename(path, &old).map_err(failed)?;
    }
    fs::rename(&new, path).map_err(|error| {
        // What stood there before comes back.
        let _ = fs::rename(&old, path);
        failed(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).unwrap_or_else(|reason| format!("{reason:?}"))
    }

    #[test]
    fn byte_order_marks_and_utf16_are_understood() {
        assert_eq!(text(b"\xEF\xBB\xBF# \xC3\xA4"), "# ä");
        assert_eq!(text(b"\xFF\xFE#\0 \0\xE4\0"), "# ä");
        assert_eq!(text(b"\xFE\xFF\0#\0 \0\xE4"), "# ä");
        assert_eq!(text(b"#\0 \0P\0l\0a\0n\0\n\0"), "# Plan\n");
        assert_eq!(text(b"\xFF\xFE#"), "BrokenUtf16");
        assert_eq!(text(b"\xFF\xFE\x00\xD8#\0"), "BrokenUtf16");
        assert_eq!(text(b"a\0b"), "a\0b");
        assert_eq!(text(b""), "");
    }

    #[test]
    fn the_first_wrong_byte_is_named_with_its_place() {
        assert_eq!(text(b"eins\r\nzw\xC3\xB6lf \xFCber"), "NotUtf8 { line: 2, column: 7, byte: 252 }");
        assert_eq!(text(b"%PDF-1.7"), "Pdf");
        assert_eq!(text(b"PK\x03\x04"), "Word");
    }

    #[test]
    fn names_are_never_absolute() {
        assert_eq!(shown(Path::new("./plaene/a.md"), None), "plaene/a.md");
        assert_eq!(shown(Path::new("/nirgendwo/plaene/a.md"), Some(Path::new("/nirgendwo"))), "plaene/a.md");
        assert_eq!(shown(Path::new("/nirgendwo/a.md"), None), "a.md");
    }

    #[test]
    fn a_file_is_written_whole_and_never_by_accident() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bericht.txt");
        write(&path, "eins", false).unwrap();
        assert!(matches!(write(&path, "zwei", false), Err(Unreadable { reason: Reason::Exists, .. })));
        assert!(matches!(may_write(&path, false), Err(Unreadable { reason: Reason::Exists, .. })));
        write(&path, "drei", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "drei");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_written_whole_and_replaces_only_its_like() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paket");
        let files = |text: &str| [("a.csv", text.to_owned()), ("b.csv", text.to_owned())];
        let reason = |result: Result<(), Unreadable>| result.map_err(|e| format!("{:?}", e.reason));
        write_folder(&path, &files("eins"), false).unwrap();
        assert_eq!(reason(write_folder(&path, &files("zwei"), false)), Err("FolderExists".to_owned()));
        write_folder(&path, &files("drei"), true).unwrap();
        assert_eq!(fs::read_to_string(path.join("b.csv")).unwrap(), "drei");
        fs::write(path.join("brief.txt"), "meiner").unwrap();
        assert_eq!(reason(write_folder(&path, &files("vier"), true)), Err("FolderOfOthers".to_owned()));
        assert_eq!(fs::read_to_string(path.join("a.csv")).unwrap(), "drei");
        assert_eq!(reason(write_folder(&folder.path().join("fort/paket"), &files("x"), false)), Err("Missing".to_owned()));
        assert_eq!(reason(write_folder(&path.join("a.csv"), &files("x"), true)), Err("FolderOfOthers".to_owned()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_gives_its_plans_sorted_and_without_hidden_ones() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("b.md", ""),
            ("a.MARKDOWN", ""),
            ("c.txt", ""),
            (".git/d.md", ""),
            (".gitignore", "alt\n"),
            ("alt/e.md", ""),
            ("tief/f.md", ""),
            ("README.md", ""),
            ("tief/Readme.de.md", ""),
            ("readme-plan.md", ""),
        ] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let name = folder.path().to_string_lossy().into_owned();
        let (found, unreadable) = plans(&[name.clone(), name], "-");
        let base = folder.path().file_name().unwrap().to_string_lossy().into_owned();
        let shown: Vec<&str> = found.iter().map(|i| i.shown.strip_prefix(&base).unwrap()).collect();
        assert_eq!(shown, ["/a.MARKDOWN", "/b.md", "/readme-plan.md", "/tief/f.md"]);
        assert!(unreadable.is_empty());
    }
}
