//! One HTTP exchange: a request with JSON, an answer with JSON.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// Longer than the driver takes for anything, so that a driver that hangs is noticed.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends a request and answers status and content.
pub fn exchange(
    address: SocketAddr,
    method: &str,
    path: &str,
    content: &Value,
) -> std::io::Result<(u16, Value)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = if method == "POST" { content.to_string() } else { String::new() };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(read(&answer))
}

fn read(answer: &[u8]) -> (u16, Value) {
    let text = std::str::from_utf8(answer).expect("the driver speaks UTF-8");
    let (head, body) = text.split_once("\r\n\r\n").expect("an answer has a head and a body");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status is a number");
    (status, serde_json::from_str(body).unwrap_or(Value::Null))
}
