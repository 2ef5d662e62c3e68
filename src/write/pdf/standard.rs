//! The standards a file can keep, and what they ask of the writer.

use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationError, PdfVersion, ValidationError};
use krilla::surface::Location;
use krilla::text::Font;

use crate::diag::{LayoutProblem, Refusal};

/// What the file promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Standard {
    /// PDF/A-2a and PDF/UA-1: can be archived, and read by everyone.
    #[default]
    A2aUa1,
    /// PDF/A-1a.
    A1a,
    /// PDF/A-1b.
    A1b,
    /// PDF/A-2a.
    A2a,
    /// PDF/A-2b.
    A2b,
    /// PDF/A-3a.
    A3a,
    /// PDF/A-3a and PDF/UA-1: as the default, for files that hold others.
    A3aUa1,
    /// PDF/UA-1.
    Ua1,
    /// PDF 1.7, tagged, without a promise.
    None,
}

impl Standard {
    /// All of them, with the names they have on the command line.
    pub const ALL: [(Standard, &'static str); 9] = [
        (Standard::A2aUa1, "a-2a+ua-1"),
        (Standard::A1a, "a-1a"),
        (Standard::A1b, "a-1b"),
        (Standard::A2a, "a-2a"),
        (Standard::A2b, "a-2b"),
        (Standard::A3a, "a-3a"),
        (Standard::A3aUa1, "a-3a+ua-1"),
        (Standard::Ua1, "ua-1"),
        (Standard::None, "none"),
    ];

    /// The name that it has on the command line.
    pub fn name(self) -> &'static str {
        Standard::ALL.iter().find(|(standard, _)| *standard == self).map_or("none", |(_, name)| name)
    }

    /// Whether the file is PDF 1.4, which knows neither table sections nor the scope of head cells.
    pub(super) fn is_pdf_14(self) -> bool {
        matches!(self, Standard::A1a | Standard::A1b)
    }

    /// Whether objects may be packed into object streams: from PDF 1.5 on.
    pub fn allows_object_streams(self) -> bool {
        !self.is_pdf_14()
    }

    /// Whether the file may hold other files: of the archive standards, from PDF/A-3 on.
    pub fn allows_attachments(self) -> bool {
        matches!(self, Standard::A3a | Standard::A3aUa1 | Standard::Ua1 | Standard::None)
    }

    pub(super) fn configuration(self) -> Configuration {
        self.try_configuration().unwrap_or_default()
    }

    fn try_configuration(self) -> Result<Configuration, ConfigurationError> {
        let builder = krilla::configure::ConfigurationBuilder::new();
        match self {
            Standard::A2aUa1 => {
                builder.with_archival_validator(Archival::A2_A).with_accessibility_validator(Accessibility::UA1)
            }
            Standard::A1a => builder.with_archival_validator(Archival::A1_A),
            Standard::A1b => builder.with_archival_validator(Archival::A1_B),
            Standard::A2a => builder.with_archival_validator(Archival::A2_A),
            Standard::A2b => builder.with_archival_validator(Archival::A2_B),
            Standard::A3a => builder.with_archival_validator(Archival::A3_A),
            Standard::A3aUa1 => {
                builder.with_archival_validator(Archival::A3_A).with_accessibility_validator(Accessibility::UA1)
            }
            Standard::Ua1 => builder.with_accessibility_validator(Accessibility::UA1),
            Standard::None => builder.with_version(PdfVersion::Pdf17),
        }
        .finish()
    }
}

/// What is said of a broken rule; `name` is what a font is called.
pub(super) fn problem(error: &ValidationError, name: impl Fn(&Font) -> String) -> LayoutProblem {
    use ValidationError as Broken;
    let refusal = match error {
        Broken::Transparency(_) => return LayoutProblem::Transparent {},
        Broken::ContainsNotDefGlyph(_, _, text) => Refusal::NoGlyph { text: text.clone() },
        Broken::NoCodepointMapping(..) | Broken::InvalidCodepointMapping(..) | Broken::UnicodePrivateArea(..) => {
            Refusal::NotCopied
        }
        Broken::RestrictedLicense(font) => Refusal::Forbidden { font: name(font) },
        Broken::TooLongString
        | Broken::TooLongName
        | Broken::TooLongArray
        | Broken::TooLongDictionary
        | Broken::TooLargeFloat
        | Broken::TooManyIndirectObjects => Refusal::TooMuch,
        Broken::TooHighQNestingLevel | Broken::ContainsPostScript(_) => Refusal::Drawing,
        Broken::ImageInterpolation(_) => Refusal::Picture,
        Broken::MissingAltText(_) | Broken::MissingAnnotationAltText(_) | Broken::MissingHeadingTitle => {
            Refusal::NothingHeard
        }
        Broken::EmbeddedFile(..) | Broken::EmbeddedPDF(_) => Refusal::Attached,
        Broken::MissingCMYKProfile | Broken::InconsistentSeparationFallback(_) => Refusal::Own { what: "colour" },
        Broken::NoDocumentLanguage | Broken::NoDocumentTitle | Broken::MissingDocumentDate => {
            Refusal::Own { what: "metadata" }
        }
        Broken::MissingDocumentOutline => Refusal::Own { what: "bookmarks" },
        Broken::MissingTagging => Refusal::Own { what: "tags" },
        Broken::RequiresNewerPdfVersion(..) => Refusal::Own { what: "version" },
    };
    LayoutProblem::Writer { refusal }
}

/// Where a broken rule stems from, as far as the writer tells.
pub(super) fn location(error: &ValidationError) -> Option<Location> {
    match error {
        ValidationError::ContainsNotDefGlyph(_, location, _)
        | ValidationError::NoCodepointMapping(_, _, location)
        | ValidationError::InvalidCodepointMapping(_, _, _, location)
        | ValidationError::UnicodePrivateArea(_, _, _, location)
        | ValidationError::MissingAltText(location)
        | ValidationError::MissingAnnotationAltText(location)
        | ValidationError::Transparency(location)
        | ValidationError::ContainsPostScript(location)
        | ValidationError::EmbeddedFile(_, location)
        | ValidationError::EmbeddedPDF(location)
        | ValidationError::RequiresNewerPdfVersion(_, location)
        | ValidationError::ImageInterpolation(location) => *location,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_has_a_configuration_of_the_writer() {
        for (standard, name) in Standard::ALL {
            assert!(standard.try_configuration().is_ok(), "{name}");
        }
    }
}
