//! As much of HTTP as browsers speak to the bridge: requests with a length, answers with a length, one connection for
//! many of both.

use std::io::{self, BufRead, Read, Write};

/// No page of ours sends more; whoever does is cut off.
const LONGEST_HEAD: u64 = 32 * 1024;
const LONGEST_BODY: u64 = 16 * 1024 * 1024;

/// A request, with those of its headers that the bridge looks at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// Without what follows a question mark.
    pub(super) path: String,
    pub(super) host: Option<String>,
    pub(super) origin: Option<String>,
    pub(super) body: String,
}

impl Request {
    /// Reads the next one; none when the other end has hung up.
    pub(super) fn read(stream: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = stream.by_ref().take(LONGEST_HEAD);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_whitespace().map(str::to_owned);
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Err(malformed("a request begins with a method and a path"));
        };
        let path = target.split('?').next().unwrap_or_default().to_owned();
        let mut request = Self { method, path, host: None, origin: None, body: String::new() };
        let mut length = 0;
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 {
                return Err(malformed("the head of a request ends with an empty line"));
            }
            let Some((name, value)) = line.split_once(':') else { break };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "host" => request.host = Some(value.to_owned()),
                "origin" => request.origin = Some(value.to_owned()),
                "content-length" => length = value.parse().map_err(|_| malformed("a length is a number"))?,
                "transfer-encoding" => return Err(malformed("a request has a length")),
                _ => {}
            }
        }
        if length > LONGEST_BODY {
            return Err(malformed("a request is shorter than that"));
        }
        stream.by_ref().take(length).read_to_string(&mut request.body)?;
        if request.body.len() as u64 == length { Ok(Some(request)) } else { Err(malformed("it broke off")) }
    }
}

fn malformed(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Response {
    pub(super) status: u16,
    kind: &'static str,
    content: Vec<u8>,
}

impl Response {
    pub(super) fn new(kind: &'static str, content: Vec<u8>) -> Self {
        Self { status: 200, kind, content }
    }

    pub(super) fn json(status: u16, content: String) -> Self {
        Self { status, kind: "application/json", content: content.into_bytes() }
    }

    pub(super) fn text(status: u16, words: &str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", content: words.as_bytes().to_vec() }
    }

    /// Sends it in one piece, so that it does not wait for half of itself to be acknowledged.
    pub(super) fn write(&self, mut stream: impl Write) -> io::Result<()> {
        let Self { status, kind, content } = self;
        let mut whole = format!(
            "HTTP/1.1 {status} \r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\r\n",
            content.len()
        )
        .into_bytes();
        whole.extend_from_slice(content);
        stream.write_all(&whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> io::Result<Option<Request>> {
        Request::read(&mut text.as_bytes())
    }

    #[test]
    fn requests_follow_each_other_on_one_connection() {
        let text =
            "POST /api/scene?x HTTP/1.1\r\nHOST: here\r\nContent-Length: 2\r\n\r\n{}GET / HTTP/1.1\r\n\r\n";
        let mut stream = text.as_bytes();
        let first = Request::read(&mut stream).unwrap().unwrap();
        assert_eq!(
            (first.method.as_str(), first.path.as_str(), first.body.as_str()),
            ("POST", "/api/scene", "{}")
        );
        assert_eq!(first.host.as_deref(), Some("here"));
        assert_eq!(Request::read(&mut stream).unwrap().unwrap().path, "/");
        assert_eq!(Request::read(&mut stream).unwrap(), None);
    }

    #[test]
    fn what_is_no_request_is_refused() {
        for text in [
            "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: here\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n{}",
            "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        let endless = format!("GET / HTTP/1.1\r\n{}", "Cookie: crumbs\r\n".repeat(10_000));
        assert!(read(&endless).is_err());
    }

    #[test]
    fn an_answer_says_how_long_it_is() {
        let mut sent = Vec::new();
        Response::json(200, "[1]".to_owned()).write(&mut sent).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        assert!(sent.starts_with("HTTP/1.1 200 \r\n"), "{sent}");
        assert!(sent.contains("Content-Length: 3\r\n") && sent.ends_with("\r\n\r\n[1]"), "{sent}");
    }
}
