//! The smallest function in Rust: asks the Runtime API for work and answers "ok".
use std::io::{Read, Write};
use std::net::TcpStream;

fn ask(request: String) -> String {
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").unwrap();
    let mut connection = TcpStream::connect(api).unwrap();
    connection.write_all(request.as_bytes()).unwrap();
    let mut reply = Vec::new();
    let mut buffer = [0; 4096];
    while !reply.windows(4).any(|end| end == b"\r\n\r\n") {
        match connection.read(&mut buffer).unwrap() {
            0 => break,
            length => reply.extend_from_slice(&buffer[..length]),
        }
    }
    String::from_utf8_lossy(&reply).into_owned()
}

fn main() {
    let path = "/2018-06-01/runtime/invocation/";
    loop {
        let next = ask(format!("GET {path}next HTTP/1.1\r\nHost: lambda\r\n\r\n"));
        let header = "lambda-runtime-aws-request-id: ";
        let id = next
            .lines()
            .find(|line| line.to_lowercase().starts_with(header))
            .map(|line| line[header.len()..].to_string());
        let id = id.unwrap_or_default();
        ask(format!(
            "POST {path}{id}/response HTTP/1.1\r\nHost: lambda\r\nContent-Length: 4\r\n\r\n\"ok\""
        ));
    }
}
