// Delay is a proxy that stands for a network between a client and an HTTP server on the same machine: every byte takes
// some time to either side, a new connection takes a round trip, and nothing limits how much is on its way at once.
// It counts requests and bodies, and tells them as JSON at its second address, which sets them to zero.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// piece is what was read at once.
type piece struct {
	data []byte
	due  time.Time
}

const (
	pieceBytes = 64 << 10
	// on their way in one direction of a connection; far more than any contender sends ahead
	mostPieces = 4096
)

var pieces = sync.Pool{New: func() any { return make([]byte, pieceBytes) }}

// counts is what clients have sent since they were last asked for.
type counts struct {
	mu          sync.Mutex
	Connections int            `json:"connections"`
	Requests    int            `json:"requests"`
	Bodies      int            `json:"bodies"`
	Bytes       int64          `json:"bytes"`
	Methods     map[string]int `json:"methods"`
}

func (c *counts) connection() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Connections++
}

func (c *counts) request(method string, body int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Requests++
	c.Methods[method]++
	c.Bytes += body
	if body > 0 {
		c.Bodies++
	}
}

func (c *counts) take() []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	text, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	c.Connections, c.Requests, c.Bodies, c.Bytes, c.Methods = 0, 0, 0, 0, map[string]int{}
	return text
}

// watch reads requests as they leave the client.
func (c *counts) watch(stream io.Reader) {
	reader := bufio.NewReaderSize(stream, pieceBytes)
	for {
		request, err := http.ReadRequest(reader)
		if err != nil {
			break
		}
		body, err := io.Copy(io.Discard, request.Body)
		c.request(request.Method, body)
		if err != nil {
			break
		}
	}
	io.Copy(io.Discard, stream)
}

// carry brings all bytes from one side to the other, each after the time that the way takes.
func carry(from, to *net.TCPConn, way time.Duration, copyTo io.Writer) {
	queue := make(chan piece, mostPieces)
	go func() {
		defer close(queue)
		for {
			buffer := pieces.Get().([]byte)
			n, err := from.Read(buffer)
			if n > 0 {
				if copyTo != nil {
					copyTo.Write(buffer[:n])
				}
				queue <- piece{buffer[:n], time.Now().Add(way)}
			}
			if err != nil {
				return
			}
		}
	}()
	for next := range queue {
		time.Sleep(time.Until(next.due))
		_, err := to.Write(next.data)
		pieces.Put(next.data[:pieceBytes])
		if err != nil {
			from.CloseRead()
		}
	}
	time.Sleep(way)
	to.CloseWrite()
}

func serve(client *net.TCPConn, target string, way time.Duration, seen *counts) {
	defer client.Close()
	seen.connection()
	time.Sleep(2 * way) // what a handshake takes
	dialled, err := net.Dial("tcp", target)
	if err != nil {
		log.Print(err)
		return
	}
	server := dialled.(*net.TCPConn)
	defer server.Close()
	reader, writer := io.Pipe()
	var both sync.WaitGroup
	both.Add(3)
	go func() { defer both.Done(); seen.watch(reader) }()
	go func() { defer both.Done(); carry(client, server, way, writer); writer.Close() }()
	go func() { defer both.Done(); carry(server, client, way, nil) }()
	both.Wait()
}

func main() {
	target := flag.String("target", "", "address of the server")
	way := flag.Duration("way", 15*time.Millisecond, "time in each direction: half of a round trip")
	flag.Parse()
	front := listen()
	control := listen()
	seen := &counts{Methods: map[string]int{}}
	go http.Serve(control, http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) { answer.Write(seen.take()) }))
	fmt.Println(front.Addr(), control.Addr())
	for {
		client, err := front.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serve(client.(*net.TCPConn), *target, *way, seen)
	}
}

func listen() net.Listener {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	return listener
}
