use bogoseo::*;
fn main() {
    let t0 = std::time::Instant::now();
    let mut sources;
    let mut sink = diag::Diagnostics::new();
    sources = sources_open(std::path::Path::new(&std::env::args().nth(1).unwrap()));
    let report = read(&mut sources, &mut sink);
    let Some(report) = report else {
        eprintln!("{}", diag::to_text(&sink.finish(), &sources, diag::Style { lang: diag::Lang::Ko, colour: false }));
        return;
    };
    eprintln!("read {:?}", t0.elapsed());
    let (mut fonts, _) = font::Fonts::new(&[]);
    let theme = theme::Theme::bundled(&report.template, &mut fonts, &mut sources, &mut sink).unwrap();
    eprintln!("theme {:?}", t0.elapsed());
    let set = typeset::typeset(&report, &theme, &fonts);
    eprintln!("set {:?} {} pages {} tightened", t0.elapsed(), set.document.pages.len(), set.tightened);
    for f in set.found {
        sink.push(f);
    }
    let bytes = pdf::write(&set.document, &fonts, pdf::Standard::default());
    eprintln!("pdf {:?}", t0.elapsed());
    match bytes {
        Ok(b) => {
            std::fs::write("/tmp/out.pdf", &b).unwrap();
            eprintln!("{} bytes", b.len());
        }
        Err(e) => {
            for d in e {
                sink.push(d)
            }
        }
    }
    eprintln!("{}", diag::to_text(&sink.finish(), &sources, diag::Style { lang: diag::Lang::Ko, colour: false }));
}
fn sources_open(p: &std::path::Path) -> source::SourceMap {
    source::SourceMap::of_report(p)
}
