//! What can be wrong with pictures.

use super::problems;
use crate::diag::particle::{subject, topic};
use crate::diag::words::say;

problems! {
    /// What can be wrong with pictures.
    pub enum FigureProblem in lang {
        /// A file that is neither PNG nor JPEG.
        Format { name: String, found: Option<&'static str> } = Error "picture-format" {
            ko: say!("{} PNG나 JPEG 그림이 아닙니다{}", topic(name), found.map(|found| format!(" ({found} 파일)")).unwrap_or_default())
                .help("그림을 PNG나 JPEG로 바꾸어 저장해 주세요."),
            en: say!("`{name}` is neither PNG nor JPEG{}", found.map(|found| format!(" (it is {found})")).unwrap_or_default())
                .help("Save the picture as PNG or JPEG."),
        }

        /// A header that makes no sense, or a file that ends too early.
        Damaged { name: String } = Error "picture-damaged" {
            ko: say!("그림 {} 손상되었습니다", subject(name)).help("원본을 다시 저장해 주세요."),
            en: say!("the picture `{name}` is damaged").help("Save it again from the original."),
        }

        /// More pixels than a printed page can show.
        TooManyPixels { name: String, width: u32, height: u32, most: u32 } = Error "picture-too-large" {
            ko: say!("그림 {} 너무 큽니다 ({width}×{height} 화소)", subject(name)).help(format!("긴 변을 {most}화소 이하로 줄여 주세요.")),
            en: say!("the picture `{name}` is too large ({width}×{height} pixels)").help(format!("Make its longer side at most {most} pixels.")),
        }

        /// A picture without words for who can't see it.
        NoAlt { } = Error "alt-missing" {
            ko: say!("그림에 대체 글(`alt`)이 없습니다").label("`alt` 필요").help("그림을 볼 수 없는 사람이 들을 설명을 `alt`에 적어 주세요."),
            en: say!("the picture has no `alt`").label("`alt` needed").help("Say in `alt` what someone hears who can't see the picture."),
        }
    }
}
