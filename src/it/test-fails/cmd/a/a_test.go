package main

import "testing"

func TestPrice(t *testing.T) {
	t.Fatal("too cheap")
}
