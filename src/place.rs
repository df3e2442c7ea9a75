//! Kinds of municipality, and which duties they have by law.

/// Who has which duties, as municipal codes share them out.
///
/// The county does what goes beyond one place: regional transport, integration assistance, youth and health offices, most
/// schools, disaster control. A municipality in a county has its buildings, roads, zoning plans, some day-care centres and the
/// volunteer fire service. An independent city has both (ThürKO §§ 2, 87, and alike in other states).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// A municipality or town that belongs to a county.
    Municipality,
    IndependentCity,
    County,
}

impl Tier {
    pub const ALL: [Self; 3] = [Self::Municipality, Self::IndependentCity, Self::County];

    /// The kind of place that stands for it.
    pub fn kind(self) -> PlaceKind {
        match self {
            Self::Municipality => PlaceKind::Municipality,
            Self::IndependentCity => PlaceKind::IndependentCity,
            Self::County => PlaceKind::County,
        }
    }
}

/// Kinds of municipality: their duties differ, so their plans stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    County,
    /// A city that belongs to no county and has its duties.
    IndependentCity,
    Town,
    Municipality,
    /// Municipalities with one administration.
    Association,
}

impl PlaceKind {
    pub const ALL: [Self; 5] = [Self::County, Self::IndependentCity, Self::Town, Self::Municipality, Self::Association];

    /// The name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::IndependentCity => "independent-city",
            Self::Town => "town",
            Self::Municipality => "municipality",
            Self::Association => "association",
        }
    }

    /// The kind that a few words name: "Landkreis Wiesental", "kreisfreie Stadt", "Harrowford City Council".
    pub fn named_in(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).find_map(|word| match word {
            "landkreis" | "kreis" | "county" => Some(Self::County),
            "kreisfreie" | "stadtkreis" | "stadtstaat" => Some(Self::IndependentCity),
            "stadt" | "kreisstadt" | "hansestadt" | "landeshauptstadt" | "stadtgemeinde" | "city" | "town" | "borough" => Some(Self::Town),
            "gemeinde" | "ortsgemeinde" | "marktgemeinde" | "markt" | "municipality" | "village" => Some(Self::Municipality),
            "samtgemeinde" | "verbandsgemeinde" | "verwaltungsgemeinschaft" | "gemeindeverband" | "amt" => Some(Self::Association),
            _ => None,
        })
    }

    /// Which duties it has by law.
    pub fn tier(self) -> Tier {
        match self {
            Self::County => Tier::County,
            Self::IndependentCity => Tier::IndependentCity,
            Self::Town | Self::Municipality | Self::Association => Tier::Municipality,
        }
    }
}
