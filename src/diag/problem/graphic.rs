//! What can be wrong with pictures.

use super::problems;
use crate::diag::particle::{object, subject, topic};
use crate::diag::words::say;
use crate::model::picture::Feature;

problems! {
    /// What can be wrong with pictures.
    pub enum GraphicProblem in lang {
        /// A file that is no picture that can be set.
        Format { name: String, found: Option<&'static str> } = Error "picture-format" {
            ko: say!("{} 넣을 수 있는 그림이 아닙니다{}", topic(name), found.map(|found| format!(" ({found} 파일)")).unwrap_or_default())
                .help("그림을 PNG, JPEG, WebP, SVG 가운데 하나로 바꾸어 저장해 주세요."),
            en: say!("`{name}` is not a picture that can be placed{}", found.map(|found| format!(" (it is {found})")).unwrap_or_default())
                .help("Save the picture as PNG, JPEG, WebP or SVG."),
        }

        /// A header that makes no sense, pixels that can't be read, or a file that ends too early.
        Damaged { name: String } = Error "picture-damaged" {
            ko: say!("그림 {} 손상되었습니다", subject(name)).label("끝까지 읽을 수 없음").help("원본을 다시 저장해 주세요."),
            en: say!("the picture `{name}` is damaged").label("can't be read to its end").help("Save it again from the original."),
        }

        /// More pixels than a printed page can show.
        TooManyPixels { name: String, width: u32, height: u32, most: u32 } = Error "picture-too-large" {
            ko: say!("그림 {} 너무 큽니다 ({width}×{height} 화소)", subject(name)).help(format!("긴 변을 {most}화소 이하로 줄여 주세요.")),
            en: say!("the picture `{name}` is too large ({width}×{height} pixels)").help(format!("Make its longer side at most {most} pixels.")),
        }

        /// A film.
        Animated { name: String } = Error "picture-animated" {
            ko: say!("그림 {} 움직이는 그림입니다", subject(name)).help("한 장면을 골라 따로 저장해 주세요."),
            en: say!("the picture `{name}` is animated").help("Save one of its frames as a picture of its own."),
        }

        /// A drawing that its reader can't read.
        Malformed { name: String, reason: String } = Error "drawing-malformed" {
            ko: say!("SVG 그림 {} 읽을 수 없습니다", object(name)).label(reason.clone()).help("그리기 프로그램에서 다시 저장해 주세요."),
            en: say!("the SVG drawing `{name}` can't be read").label(reason.clone()).help("Save it again from the program that drew it."),
        }

        /// A drawing of something that can't be set.
        Unsupported { name: String, feature: Feature } = Error "drawing-unsupported" {
            ko: say!("SVG 그림 `{name}`에 넣을 수 없는 것이 있습니다: `<{}>`", feature.name()).help(match feature {
                Feature::Text => "그리기 프로그램에서 글자를 윤곽선(경로)으로 바꾸어 저장해 주세요. 글의 내용은 `alt`에 적습니다.",
                Feature::Image => "안에 든 사진은 따로 저장하여 `[image.…]`로 넣어 주세요.",
                Feature::Entities => "그리기 프로그램에서 '일반 SVG'로 저장해 주세요.",
                _ => "이 효과를 없애거나, 그림을 PNG로 저장해 주세요.",
            }),
            en: say!("the SVG drawing `{name}` holds what can't be set: `<{}>`", feature.name()).help(match feature {
                Feature::Text => "Turn its text into outlines (paths) in the program that drew it. What it says belongs into `alt`.",
                Feature::Image => "Save the picture in it on its own, and place it as an `[image.…]`.",
                Feature::Entities => "Save it as plain SVG from the program that drew it.",
                _ => "Take this effect out, or save the picture as PNG.",
            }),
        }

        /// A drawing with more in it than a page could show.
        TooIntricate { name: String } = Error "drawing-too-intricate" {
            ko: say!("SVG 그림 {} 너무 복잡합니다", subject(name)).help("모양의 수를 줄이거나, 그림을 PNG로 저장해 주세요."),
            en: say!("the SVG drawing `{name}` is too intricate").help("Draw fewer shapes, or save the picture as PNG."),
        }

        /// A caption where none is set.
        CaptionOnCover { } = Error "caption-on-cover" {
            ko: say!("표지의 그림에는 제목(`caption`)을 붙일 수 없습니다").label("찍히지 않음"),
            en: say!("a picture on a cover has no caption").label("it isn't printed"),
        }

        /// A decoration that is called something.
        CaptionOfDecoration { } = Error "caption-of-decoration" {
            ko: say!("꾸밈 그림에는 제목(`caption`)을 붙일 수 없습니다").label("제목이 있으면 꾸밈이 아님").help("`decorative`를 지우고 `alt`를 적어 주세요."),
            en: say!("a decoration has no caption").label("what has a caption is no decoration").help("Take `decorative` out, and write an `alt`."),
        }

        /// Sides cut off until nothing is left.
        NothingLeft { } = Error "crop-all" {
            ko: say!("그림에서 남는 부분이 없습니다").label("마주 보는 두 변이 100% 이상").help("`left`와 `right`, `top`과 `bottom`의 합은 각각 100%보다 작아야 합니다."),
            en: say!("nothing is left of the picture").label("opposite sides are 100% or more").help("`left` and `right` together must be less than 100%, and so must `top` and `bottom`."),
        }

        /// A picture without words for who can't see it.
        NoAlt { } = Error "alt-missing" {
            ko: say!("그림에 대체 글(`alt`)이 없습니다").label("`alt` 필요").help("그림을 볼 수 없는 사람이 들을 설명을 `alt`에 적어 주세요. 꾸밈일 뿐이면 `decorative = true`를 적습니다."),
            en: say!("the picture has no `alt`").label("`alt` needed").help("Say in `alt` what someone hears who can't see the picture. If it is mere decoration, say `decorative = true`."),
        }
    }
}
