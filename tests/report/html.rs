//! Reads an HTML page strictly, as XML: a tag that is left open or a bare `<` stops the test.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements that begin a new line.
const LINES: [&str; 12] = ["title", "h1", "h2", "h3", "h4", "p", "dt", "li", "caption", "th", "td", "a"];

/// What stands on a page.
#[derive(Default)]
pub(crate) struct Page {
    /// Every element with its attributes, in order.
    pub(crate) elements: Vec<(String, Vec<(String, String)>)>,
    /// What people read, from the first heading on.
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().flat_map(|(_, attributes)| attributes).filter(|(key, _)| key == "id").map(|(_, value)| value.as_str())
    }
}

pub(crate) fn read(text: &str) -> Page {
    let mut reader = Reader::from_str(text);
    let mut page = Page::default();
    let mut seen = false;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("byte {}: {error}", reader.error_position())) {
            Event::Start(tag) => {
                let (name, attributes) = element(&tag);
                seen |= name == "h1";
                if seen && LINES.contains(&name.as_str()) && !page.text.is_empty() && !page.text.ends_with('\n') {
                    page.text.push('\n');
                }
                page.elements.push((name, attributes));
            }
            Event::Empty(tag) => page.elements.push(element(&tag)),
            Event::Text(text) if seen => {
                let text = text.decode().unwrap();
                page.text.push_str(text.trim_matches('\n'));
            }
            Event::GeneralRef(reference) => {
                let c = reference.resolve_char_ref().unwrap().unwrap_or_else(|| panic!("a name that XML does not know: {reference:?}"));
                if seen {
                    page.text.push(c);
                }
            }
            Event::CData(_) | Event::Comment(_) | Event::PI(_) => panic!("nothing of that kind is written: {text}"),
            Event::Eof => return page,
            Event::Text(_) | Event::End(_) | Event::DocType(_) | Event::Decl(_) => {}
        }
    }
}

fn element(tag: &BytesStart<'_>) -> (String, Vec<(String, String)>) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        (text(attribute.key.as_ref()), attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned())
    });
    (text(tag.name().as_ref()), attributes.collect())
}
