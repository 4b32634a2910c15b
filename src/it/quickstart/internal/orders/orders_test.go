package orders

import "testing"

func TestEveryIDIsFound(t *testing.T) {
	for _, id := range IDs() {
		if order, found := Find(id); !found || order.ID != id {
			t.Errorf("%s: got %+v, %v", id, order, found)
		}
	}
}
