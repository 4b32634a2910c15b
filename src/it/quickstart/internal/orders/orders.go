// Package orders is what the functions share.
package orders

import "sort"

// Order is one order.
type Order struct {
	ID    string `json:"id"`
	Item  string `json:"item"`
	Cents int    `json:"cents"`
}

var all = map[string]Order{
	"1": {ID: "1", Item: "bootstraps, leather, one pair", Cents: 1900},
	"2": {ID: "2", Item: "zip fastener", Cents: 250},
}

// Find returns the order with this id, and whether there is one.
func Find(id string) (Order, bool) {
	order, found := all[id]
	return order, found
}

// IDs returns the ids of all orders, sorted.
func IDs() []string {
	ids := make([]string, 0, len(all))
	for id := range all {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}
