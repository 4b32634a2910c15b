package main

import (
	"context"
	"testing"
)

func TestGreetsByName(t *testing.T) {
	got, err := greet(context.Background(), request{Name: "Ada"})
	if err != nil || got.Greeting != "Hello, Ada!" {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestRefusesNobody(t *testing.T) {
	if _, err := greet(context.Background(), request{}); err == nil {
		t.Fatal("no error")
	}
}
