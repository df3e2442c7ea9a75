//! What is to be said, not yet in words: the core names a message and its values, [`crate::words`] says it in a language.

/// A message of `src/messages/` with the values that belong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub key: &'static str,
    pub values: Vec<(&'static str, Value)>,
}

/// What can stand in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    /// Written with separators between thousands; numbers that are names, such as lines, are texts.
    Number(u64),
    /// Other messages, said one after the other with commas between them.
    Messages(Vec<Message>),
}

/// Names a message: `message!("problem-double", name = "weg")`.
macro_rules! message {
    ($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::message::Message { key: $key, values: vec![$((stringify!($name), $crate::message::Value::from($value))),*] }
    };
}
pub(crate) use message;

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Messages(vec![message])
    }
}

impl From<Vec<Message>> for Value {
    fn from(messages: Vec<Message>) -> Self {
        Self::Messages(messages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_values_in_order() {
        let inner = message!("inner");
        let message = message!("key", name = "weg", count = 3_u32, of = inner.clone());
        assert_eq!(message.key, "key");
        assert_eq!(message.values, [("name", Value::Text("weg".to_owned())), ("count", Value::Number(3)), ("of", Value::Messages(vec![inner]))]);
    }
}
