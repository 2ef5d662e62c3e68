//! What a template says of bars, of title pages, and of what stands on every page: numbers, running heads, marks.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::names::ColorRef;
use super::styles::{RuleSpec, SidesSpec, TextSpec};

keys! {
    /// The printed page number.
    pub struct PageNumberSpec {
        /// What is printed; `{}` is the number, `{total}` that of the last page, `{department}` the name of the department and
        /// `{in-department}` the number of the page in it.
        format: Typed,
        /// What is printed on pages of no department; left out, the same.
        outside: Option<Typed>,
        /// How it looks.
        text: TextSpec,
        /// From the paper's lower edge to its foot.
        from_bottom: Len,
    }
}

keys! {
    /// What stands above the text of every page with a number.
    pub struct RunningHeadSpec {
        /// What is printed; `{report}`, `{part}`, `{bureau}` and `{department}` are their titles and names.
        format: Typed,
        /// What is printed on pages of no department; left out, the same.
        outside: Option<Typed>,
        /// How it looks.
        text: TextSpec,
        /// From the paper's upper edge to its top.
        from_top: Len,
        /// The rule below it.
        rule: RuleSpec,
        /// Between text and rule.
        rule_gap: Len,
    }
}

keys! {
    /// The mark that a report wants on every page: 대외비, 초안.
    pub struct MarkSpec {
        /// How it looks.
        text: TextSpec,
        /// Its frame.
        frame: RuleSpec,
        /// Between frame and text.
        padding: SidesSpec,
        /// From the paper's upper edge to its top.
        from_top: Len,
        /// Whether it stands behind the text.
        behind: bool = false,
    }
}

keys! {
    /// A bar over the measure: the title of a part, the name of a bureau.
    pub struct BarSpec {
        /// The title.
        text: TextSpec,
        /// The background, a name from `[color]`.
        background: ColorRef,
        /// The rule above it.
        above: RuleSpec,
        /// The rule below it.
        below: RuleSpec,
        /// Between bar and title.
        padding: SidesSpec,
        /// Below the bar.
        gap: Len,
    }
}

keys! {
    /// A page of its own that a part opens with.
    pub struct PartPageSpec {
        /// The title.
        title: TextSpec,
        /// Above and below the title.
        padding: Len,
        /// The rules above and below it.
        rule: RuleSpec,
        /// Shares of the height above and below.
        spread: Vec<u32>,
    }
}

keys! {
    /// The name of a team, above the first of its projects.
    pub struct TeamSpec {
        /// How it looks.
        text: TextSpec,
        /// Set before the name.
        before: Typed,
        /// Set after it.
        after: Typed,
        /// Below it.
        gap: Len,
    }
}

keys! {
    /// The line that opens a department's projects.
    pub struct DivisionSpec {
        /// How it looks.
        text: TextSpec,
        /// The rule below it.
        rule: RuleSpec,
        /// That rule's length.
        rule_length: Len,
        /// Between line and rule.
        rule_gap: Len,
        /// Below the rule.
        gap: Len,
    }
}
