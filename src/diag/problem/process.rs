//! What can be wrong with processes.

use super::problems;
use crate::diag::particle::subject;
use crate::diag::words::{listed, meant, say};

problems! {
    /// What can be wrong with processes.
    pub enum ProcessProblem in lang {
        /// An indented line that isn't an arrow.
        Arrow { } = Error "process-arrow" {
            ko: say!("들여 쓴 줄은 `이름표 → 단계` 꼴의 화살표여야 합니다").label("화살표가 아님").help("화살표는 한 줄에 하나씩 적습니다. 이름표나 단계는 비울 수 있고, 단계를 비우면 다음 단계로 갑니다. 단계라면 들여 쓰지 마세요."),
            en: say!("an indented line is an arrow, `label → step`").label("not an arrow").help("One arrow a line; label or step may be left out, and without a step it leads to the next. Don't indent steps."),
        }

        /// An arrow in a line of its own that isn't indented.
        ArrowInStep { } = Error "process-arrow-in-step" {
            ko: say!("단계 이름에 화살표가 있습니다").label("여기").help("단계는 한 줄에 하나씩 적으면 다음 줄로 이어집니다. 다른 단계로 가는 화살표는 빈칸 두 개를 들여 적어 주세요."),
            en: say!("there is an arrow in a step's name").label("here").help("Write one step a line: each leads to the next. Indent arrows to other steps by two blanks."),
        }

        /// An arrow before any step.
        NoStep { } = Error "process-no-step" {
            ko: say!("화살표가 떠날 단계가 없습니다").label("위에 단계가 없음").help("화살표는 떠나는 단계 아래에 적습니다."),
            en: say!("no step stands above this arrow").label("nothing above").help("Write an arrow below the step that it leaves."),
        }

        /// A step without a name.
        NoName { } = Error "process-no-name" {
            ko: say!("단계의 이름이 없습니다").label("이름 없음"),
            en: say!("the step has no name").label("no name"),
        }

        /// Two steps of one name.
        StepTwice { name: String } = Error "process-step-twice" {
            ko: say!("단계 {} 두 번 나옵니다", subject(name)).label("두 번째").help("화살표가 어느 단계로 가는지 알 수 있도록 이름을 다르게 적어 주세요."),
            en: say!("two steps are called `{name}`").label("the second").help("Call them differently, so that arrows can tell them apart."),
        }

        /// An arrow to a step that isn't there.
        UnknownStep { name: String, like: Option<String> } = Error "process-unknown-step" {
            ko: say!("`{name}` 단계가 없습니다").label("모르는 단계").help_if(meant(like.as_deref(), lang)),
            en: say!("there is no step `{name}`").label("unknown step").help_if(meant(like.as_deref(), lang)),
        }

        /// An arrow to the step that it leaves.
        ToItself { } = Error "process-to-itself" {
            ko: say!("화살표가 떠난 단계로 되돌아갑니다").label("자기 자신"),
            en: say!("an arrow leads to the step that it leaves").label("itself"),
        }

        /// Two arrows that join the same steps.
        ArrowTwice { name: String } = Error "process-arrow-twice" {
            ko: say!("`{name}` 단계로 가는 화살표가 둘입니다").label("두 번째"),
            en: say!("two arrows of a step lead to `{name}`").label("the second"),
        }

        /// An arrow to the next step from the last.
        NoNext { } = Error "process-no-next" {
            ko: say!("다음 단계가 없습니다").label("마지막 단계").help("화살표 뒤에 단계 이름을 적어 주세요."),
            en: say!("there is no next step").label("the last one").help("Name a step after the arrow."),
        }

        /// A step that can't be reached.
        Unreached { } = Error "process-unreached" {
            ko: say!("위에서 이 단계로 오는 화살표가 없습니다").label("올 길이 없음").help("빈 줄은 길을 끊습니다. 빈 줄을 지우거나, 위 단계 아래에 `→ 단계`를 적어 주세요."),
            en: say!("no arrow leads to this step from above").label("no way to it").help("An empty line ends a way. Remove it, or write `→ step` below a step above."),
        }

        /// A decision with a way that says nothing.
        BranchLabel { } = Error "process-branch-label" {
            ko: say!("갈림길에 이름표가 없습니다").label("언제 이쪽으로 가는지 모름").help("`예 → 단계`처럼 화살표 앞에 적어 주세요."),
            en: say!("a branch has no label").label("when does it go this way?").help("Write it before the arrow, as in `예 → step`."),
        }

        /// A decision between fewer than two ways.
        OneBranch { } = Error "process-one-branch" {
            ko: say!("`?`로 끝나는 단계에는 화살표가 둘 이상 있어야 합니다").label("갈림길이 아님").help("아래 줄에 빈칸 두 개를 들여 `예 → 단계`, `아니오 → 단계`를 적어 주세요."),
            en: say!("a step that ends with `?` needs two arrows or more").label("nothing to decide").help("Write `예 → step` and `아니오 → step` below it, indented by two blanks."),
        }

        /// More arrows than a step has sides.
        TooManyArrows { most: usize } = Error "process-too-many-arrows" {
            ko: say!("한 단계를 떠나는 화살표가 너무 많습니다 (한도 {most}개)").label("여기부터 넘침").help("단계를 둘로 나누어 주세요."),
            en: say!("too many arrows leave a step (the limit is {most})").label("too many from here on").help("Divide the step in two."),
        }

        /// A step that says no lane where there are some.
        NoLane { lanes: Vec<String> } = Error "process-no-lane" {
            ko: say!("단계가 누구의 일인지 없습니다").label("`담당 | 단계`로 적어야 함").help(format!("담당: {}", listed(lanes, lang))),
            en: say!("the step doesn't say who does it").label("write `lane | step`").help(format!("Lanes: {}", listed(lanes, lang))),
        }

        /// A lane that isn't among those given.
        UnknownLane { name: String, like: Option<String> } = Error "process-unknown-lane" {
            ko: say!("`{name}` 담당이 `lanes`에 없습니다").label("모르는 담당").help_if(meant(like.as_deref(), lang)),
            en: say!("`{name}` is not one of the `lanes`").label("unknown lane").help_if(meant(like.as_deref(), lang)),
        }

        /// Two lanes of one name.
        LaneTwice { name: String } = Error "process-lane-twice" {
            ko: say!("담당 {} 두 번 나옵니다", subject(name)).label("두 번째"),
            en: say!("two lanes are called `{name}`").label("the second"),
        }

        /// A lane without a step.
        EmptyLane { } = Error "process-empty-lane" {
            ko: say!("이 담당의 단계가 없습니다").label("빈 담당").help("`lanes`에서 지우거나 단계를 적어 주세요."),
            en: say!("no step stands in this lane").label("empty lane").help("Remove it from `lanes`, or write its steps."),
        }

        /// Lanes in a ring.
        LanesInRing { } = Error "process-lanes-in-ring" {
            ko: say!("고리 모양의 추진체계에는 담당을 나누지 않습니다").label("`ring`과 함께 쓸 수 없음").help("담당은 쌍점 뒤에 적거나, `direction`을 `column`으로 바꾸어 주세요."),
            en: say!("a ring has no lanes").label("not with `ring`").help("Write who does it after a colon, or let `direction` be `column`."),
        }

        /// A ring that doesn't just go round.
        BranchInRing { } = Error "process-branch-in-ring" {
            ko: say!("고리 모양의 추진체계에는 갈림길이 없습니다").label("다음 단계로만 갈 수 있음").help("`direction`을 `row`나 `column`으로 바꾸어 주세요."),
            en: say!("a ring has no branches").label("can only lead to the next step").help("Let `direction` be `row` or `column`."),
        }

        /// A ring of too few steps.
        SmallRing { fewest: usize } = Error "process-small-ring" {
            ko: say!("고리에는 단계가 {fewest}개 이상 있어야 합니다").label("단계가 모자람"),
            en: say!("a ring has {fewest} steps or more").label("too few steps"),
        }

        /// More lanes than a page is wide.
        TooManyLanes { most: usize } = Error "process-too-many-lanes" {
            ko: say!("담당이 너무 많습니다 (한도 {most}개)").label("여기부터 넘침"),
            en: say!("there are too many lanes (the limit is {most})").label("too many from here on"),
        }
    }
}
