// A tool for developers: no function, because it imports no Runtime API client.
package main

import (
	"fmt"

	"example.com/quickstart/internal/orders"
)

func main() {
	for _, id := range orders.IDs() {
		fmt.Println(id)
	}
}
