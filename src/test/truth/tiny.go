// Names the Runtime API without asking it anything: needs no package, so that it is built for any system in no time.
package main

func main() {
	println("/2018-06-01/runtime/invocation/next")
}
