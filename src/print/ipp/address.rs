//! Addresses of printers: `ipp://host:port/path` to where connections go.

use crate::diag::PrintProblem;

/// Where a printer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// `host:port`.
    host: String,
    /// `/ipp/print`.
    path: String,
}

/// The port of the protocol (RFC 8010, 4).
const PORT: u16 = 631;

impl Address {
    /// `ipp://host[:port]/path`, or a host alone, which is asked at the path that all printers have.
    pub(crate) fn parse(typed: &str) -> Result<Address, PrintProblem> {
        let bad = || PrintProblem::Address { address: typed.to_owned() };
        let rest = match typed.split_once("://") {
            Some(("ipp" | "http", rest)) => rest,
            Some(("ipps" | "https", _)) => return Err(PrintProblem::Secret { printer: typed.to_owned() }),
            Some(_) => return Err(bad()),
            None => typed,
        };
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let path = if path.len() > 1 { path } else { "/ipp/print" };
        Ok(Address { host: with_port(host).ok_or_else(bad)?, path: path.to_owned() })
    }

    /// A print server as `CUPS_SERVER` names it: `host[:port]`. A socket of the file system is none that is reached over a network.
    pub(crate) fn server(name: &str) -> Option<Address> {
        let host = name.split('/').next().filter(|host| !host.is_empty() && !name.starts_with('/'))?;
        Some(Address { host: with_port(host)?, path: "/".to_owned() })
    }

    /// The print server of this machine.
    pub(crate) fn local_server() -> Address {
        Address { host: format!("localhost:{PORT}"), path: "/".to_owned() }
    }

    /// Of a printer at the same server.
    pub(super) fn at(&self, uri: &str) -> Option<Address> {
        let (_, rest) = uri.split_once("://")?;
        Some(Address { host: self.host.clone(), path: rest[rest.find('/')?..].to_owned() })
    }

    /// What the protocol calls the printer.
    pub(crate) fn uri(&self) -> String {
        format!("ipp://{}{}", self.host, self.path)
    }

    /// Where connections go.
    pub(super) fn url(&self) -> String {
        format!("http://{}{}", self.host, self.path)
    }
}

/// `host:port`; the host is a name, a number, or `[a number]` of version 6.
fn with_port(host: &str) -> Option<String> {
    let good = |c: char| c.is_alphanumeric() || "-._:[]%".contains(c);
    if host.is_empty() || !host.chars().all(good) {
        return None;
    }
    let after = host.rfind(']').map_or(0, |end| end + 1);
    match host[after..].rsplit_once(':') {
        Some((name, port)) if after > 0 || !name.is_empty() => {
            port.parse::<u16>().ok().filter(|&port| port > 0).map(|_| host.to_owned())
        }
        Some(_) => None,
        None => Some(format!("{host}:{PORT}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_a_port_and_a_path() {
        for (typed, uri) in [
            ("ipp://printer", "ipp://printer:631/ipp/print"),
            ("ipp://10.0.0.7:8631/ipp/print/a", "ipp://10.0.0.7:8631/ipp/print/a"),
            ("http://[::1]:631/printers/a", "ipp://[::1]:631/printers/a"),
            ("ipp://[::1]", "ipp://[::1]:631/ipp/print"),
            ("printer.local", "ipp://printer.local:631/ipp/print"),
        ] {
            assert_eq!(Address::parse(typed).map(|address| address.uri()).ok().as_deref(), Some(uri));
        }
    }

    #[test]
    fn what_is_no_address_is_said() {
        for wrong in ["", "ipp://", "ipp://:631/", "lpd://printer", "ipp://a:99999/", "ipp://a b/", "ipp://a@b/"] {
            assert!(matches!(Address::parse(wrong), Err(PrintProblem::Address { .. })), "{wrong}");
        }
        assert!(matches!(Address::parse("ipps://printer/"), Err(PrintProblem::Secret { .. })));
    }

    #[test]
    fn servers_are_named_as_in_their_variable() {
        assert_eq!(Address::server("print.local:8631").map(|it| it.uri()).as_deref(), Some("ipp://print.local:8631/"));
        assert_eq!(
            Address::server("print.local/version=1.1").map(|it| it.uri()).as_deref(),
            Some("ipp://print.local:631/")
        );
        assert_eq!(Address::server("/run/cups/cups.sock"), None);
    }
}
