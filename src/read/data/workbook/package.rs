//! How the parts of an XLSX file name each other (ECMA-376, part 2): relations, read as Excel reads them rather than as they should be written.

use super::xml::{Damaged, Node, Xml};
use super::zip::{Archive, plain};

/// A part that another names.
#[derive(Debug)]
pub(super) struct Relation {
    /// By what the other part names it.
    pub id: String,
    /// What it is, a web address that ends with it.
    pub kind: String,
    /// The part.
    pub target: String,
}

/// The name of the workbook's part.
pub(super) fn workbook(archive: &Archive<'_>) -> Option<String> {
    const USUAL: &str = "xl/workbook.xml";
    let root = relations(archive, "").unwrap_or_default();
    let named = root.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    let named = named.map(|relation| relation.target).filter(|target| archive.has(target));
    named.or_else(|| archive.has(USUAL).then(|| USUAL.to_owned()))
}

/// The part of a kind that the workbook names, or the one that has its usual name.
pub(super) fn part_of(archive: &Archive<'_>, relations: &[Relation], kind: &str) -> Option<String> {
    let is = |relation: &&Relation| relation.kind.rsplit('/').next() == Some(kind) && archive.has(&relation.target);
    let usual = || Some(format!("xl/{kind}.xml")).filter(|name| archive.has(name));
    relations.iter().find(is).map(|relation| relation.target.clone()).or_else(usual)
}

/// The parts that a part names, by their names in the archive.
pub(super) fn relations(archive: &Archive<'_>, of: &str) -> Result<Vec<Relation>, Damaged> {
    let (folder, name) = of.rsplit_once('/').map_or(("", of), |(folder, name)| (folder, name));
    let list = format!("{folder}/_rels/{name}.rels");
    let mut xml = Xml::new(archive.part(&list).ok_or(Damaged)?)?;
    let mut relations = Vec::new();
    loop {
        match xml.next()? {
            Node::Open if xml.name() == "Relationship" => {
                let get = |key| xml.get(key).unwrap_or_default().into_owned();
                relations.push(Relation { id: get("Id"), kind: get("Type"), target: inside(folder, &get("Target")) });
            }
            Node::End => return Ok(relations),
            _ => {}
        }
    }
}

/// A name relative to a folder of the archive.
fn inside(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    plain(&path.join("/"))
}
