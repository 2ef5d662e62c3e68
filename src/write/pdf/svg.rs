//! Drawings on a page: shapes, their paints and clips, as vectors. What can't be drawn so was refused when the drawing was read.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Rect, Size, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{
    Fill, FillRule, LineCap, LineJoin, LinearGradient, Paint, RadialGradient, SpreadMethod, Stop, Stroke, StrokeDash,
};
use krilla::surface::Surface;
use usvg::tiny_skia_path::{self, PathSegment};
use usvg::{ClipPath, Group, Node, PaintOrder};

use crate::model::picture::{Drawing, Part};

/// Draws a part of a drawing from the origin on, in this size.
pub(super) fn draw(drawing: &Drawing, part: Part, size: Size, surface: &mut Surface) {
    // A part is told in thousandths of the drawing's units.
    let [x, y, width, height] = [part.x, part.y, part.width, part.height].map(|side| side as f32 / 1000.0);
    let Some(shown) = Rect::from_xywh(x, y, width, height) else { return };
    let scale = Transform::from_scale(size.width() / width, size.height() / height);
    surface.push_transform(&scale);
    surface.push_transform(&Transform::from_translate(-x, -y));
    let mut clip = PathBuilder::new();
    clip.push_rect(shown);
    if let Some(clip) = clip.finish() {
        surface.push_clip_path(&clip, &FillRule::NonZero);
        group(drawing.tree.root(), surface);
        surface.pop();
    }
    surface.pop();
    surface.pop();
    surface.set_stroke(None);
}

fn group(group: &Group, surface: &mut Surface) {
    surface.push_transform(&transform(group.transform()));
    let mut pushed = 1;
    if let Some(clip) = group.clip_path() {
        pushed += push_clip(clip, surface);
    }
    if group.opacity() != usvg::Opacity::ONE {
        surface.push_opacity(opacity(group.opacity()));
        pushed += 1;
    }
    for child in group.children() {
        match child {
            Node::Group(below) => self::group(below, surface),
            Node::Path(shape) => path(shape, surface),
            Node::Image(_) | Node::Text(_) => {}
        }
    }
    for _ in 0..pushed {
        surface.pop();
    }
}

/// Clips by the shapes of a clip, and by the one that clips these; answers how much was pushed.
fn push_clip(clip: &ClipPath, surface: &mut Surface) -> usize {
    let outer = clip.clip_path().map_or(0, |outer| push_clip(outer, surface));
    let mut builder = PathBuilder::new();
    let mut rule = FillRule::NonZero;
    // Shapes that are not there clip everything away.
    builder.move_to(0.0, 0.0);
    builder.close();
    collect(clip.root(), clip.transform(), &mut builder, &mut rule);
    match builder.finish() {
        Some(path) => {
            surface.push_clip_path(&path, &rule);
            outer + 1
        }
        None => outer,
    }
}

fn collect(group: &Group, outer: tiny_skia_path::Transform, into: &mut PathBuilder, rule: &mut FillRule) {
    let within = outer.pre_concat(group.transform());
    for child in group.children() {
        match child {
            Node::Group(below) => collect(below, within, into, rule),
            Node::Path(shape) => {
                if shape.fill().is_some_and(|fill| fill.rule() == usvg::FillRule::EvenOdd) {
                    *rule = FillRule::EvenOdd;
                }
                if let Some(moved) = shape.data().clone().transform(within) {
                    segments(&moved, into);
                }
            }
            Node::Image(_) | Node::Text(_) => {}
        }
    }
}

fn path(shape: &usvg::Path, surface: &mut Surface) {
    let mut builder = PathBuilder::new();
    segments(shape.data(), &mut builder);
    let Some(path) = builder.finish().filter(|_| shape.is_visible()) else { return };
    let (fill, stroke) = (shape.fill().map(fill), shape.stroke().map(stroke));
    match shape.paint_order() {
        PaintOrder::FillAndStroke => paint(&path, fill, stroke, surface),
        PaintOrder::StrokeAndFill => {
            paint(&path, None, stroke, surface);
            paint(&path, fill, None, surface);
        }
    }
}

fn paint(path: &Path, fill: Option<Fill>, stroke: Option<Stroke>, surface: &mut Surface) {
    if fill.is_some() || stroke.is_some() {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(path);
    }
}

fn segments(path: &tiny_skia_path::Path, into: &mut PathBuilder) {
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => into.move_to(to.x, to.y),
            PathSegment::LineTo(to) => into.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => into.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(by, and, to) => into.cubic_to(by.x, by.y, and.x, and.y, to.x, to.y),
            PathSegment::Close => into.close(),
        }
    }
}

fn fill(fill: &usvg::Fill) -> Fill {
    let rule = match fill.rule() {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    };
    Fill { paint: colours(fill.paint()), opacity: opacity(fill.opacity()), rule }
}

fn stroke(stroke: &usvg::Stroke) -> Stroke {
    let dash = stroke.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() });
    Stroke {
        paint: colours(stroke.paint()),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: opacity(stroke.opacity()),
        dash,
    }
}

fn colours(paint: &usvg::Paint) -> Paint {
    match paint {
        usvg::Paint::Color(color) => colour(*color).into(),
        usvg::Paint::LinearGradient(gradient) => LinearGradient {
            x1: gradient.x1(),
            y1: gradient.y1(),
            x2: gradient.x2(),
            y2: gradient.y2(),
            transform: transform(gradient.transform()),
            spread_method: spread(gradient.spread_method()),
            stops: stops(gradient.stops()),
            anti_alias: false,
        }
        .into(),
        usvg::Paint::RadialGradient(gradient) => RadialGradient {
            fx: gradient.fx(),
            fy: gradient.fy(),
            fr: gradient.fr().get(),
            cx: gradient.cx(),
            cy: gradient.cy(),
            cr: gradient.r().get(),
            transform: transform(gradient.transform()),
            spread_method: spread(gradient.spread_method()),
            stops: stops(gradient.stops()),
            anti_alias: false,
        }
        .into(),
        // Refused when the drawing was read.
        usvg::Paint::Pattern(_) => rgb::Color::black().into(),
    }
}

fn stops(stops: &[usvg::Stop]) -> Vec<Stop> {
    let stop = |stop: &usvg::Stop| Stop {
        offset: NormalizedF32::new(stop.offset().get()).unwrap_or(NormalizedF32::ZERO),
        color: colour(stop.color()).into(),
        opacity: opacity(stop.opacity()),
    };
    stops.iter().map(stop).collect()
}

fn colour(color: usvg::Color) -> rgb::Color {
    rgb::Color::new(color.red, color.green, color.blue)
}

fn spread(method: usvg::SpreadMethod) -> SpreadMethod {
    match method {
        usvg::SpreadMethod::Pad => SpreadMethod::Pad,
        usvg::SpreadMethod::Reflect => SpreadMethod::Reflect,
        usvg::SpreadMethod::Repeat => SpreadMethod::Repeat,
    }
}

fn opacity(opacity: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(opacity.get()).unwrap_or(NormalizedF32::ONE)
}

fn transform(matrix: tiny_skia_path::Transform) -> Transform {
    Transform::from_row(matrix.sx, matrix.ky, matrix.kx, matrix.sy, matrix.tx, matrix.ty)
}
