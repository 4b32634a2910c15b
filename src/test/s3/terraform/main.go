// Command terraform reads a configuration and a file of variables as Terraform does, with Terraform's own libraries,
// and prints the arguments of its one resource for each key of for_each. It asks no provider.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

var files = hclparse.NewParser()

var schema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "variable", LabelNames: []string{"name"}},
	{Type: "resource", LabelNames: []string{"type", "name"}},
}}

func main() {
	log.SetFlags(0)
	config, diagnostics := files.ParseHCLFile(os.Args[1])
	require(diagnostics)
	given := values(os.Args[2])
	content, diagnostics := config.Body.Content(schema)
	require(diagnostics)
	variables := map[string]cty.Value{}
	resources := map[string]map[string]json.RawMessage{}
	for _, block := range content.Blocks.OfType("variable") {
		variables[block.Labels[0]] = variable(block, given)
		delete(given, block.Labels[0])
	}
	for name := range given {
		log.Fatalf("%s: no variable %q is declared", os.Args[2], name)
	}
	for _, block := range content.Blocks.OfType("resource") {
		for key, arguments := range resource(block, cty.ObjectVal(variables)) {
			resources[block.Labels[0]+"."+key] = arguments
		}
	}
	text, err := json.Marshal(resources)
	must(err)
	fmt.Println(string(text))
}

// values reads a file of variables: JSON, whose attributes are all literal.
func values(path string) map[string]cty.Value {
	file, diagnostics := files.ParseJSONFile(path)
	require(diagnostics)
	attributes, diagnostics := file.Body.JustAttributes()
	require(diagnostics)
	all := map[string]cty.Value{"lambda_role_arn": cty.StringVal("arn:aws:iam::111122223333:role/lambda")}
	for name, attribute := range attributes {
		value, diagnostics := attribute.Expr.Value(nil)
		require(diagnostics)
		all[name] = value
	}
	return all
}

// variable is the value as its type constraint makes it.
func variable(block *hcl.Block, given map[string]cty.Value) cty.Value {
	attributes, diagnostics := block.Body.JustAttributes()
	require(diagnostics)
	constraint, defaults, diagnostics := typeexpr.TypeConstraintWithDefaults(attributes["type"].Expr)
	require(diagnostics)
	value, found := given[block.Labels[0]]
	if !found {
		log.Fatalf("variable %q has no value", block.Labels[0])
	}
	if defaults != nil {
		value = defaults.Apply(value)
	}
	converted, err := convert.Convert(value, constraint)
	must(err)
	return converted
}

// resource evaluates all arguments of a resource for each key.
func resource(block *hcl.Block, variables cty.Value) map[string]map[string]json.RawMessage {
	attributes, diagnostics := block.Body.JustAttributes()
	require(diagnostics)
	context := &hcl.EvalContext{Variables: map[string]cty.Value{"var": variables}}
	each, diagnostics := attributes["for_each"].Expr.Value(context)
	require(diagnostics)
	delete(attributes, "for_each")
	all := map[string]map[string]json.RawMessage{}
	for key, value := range each.AsValueMap() {
		context.Variables["each"] = cty.ObjectVal(map[string]cty.Value{"key": cty.StringVal(key), "value": value})
		arguments := map[string]json.RawMessage{}
		for name, attribute := range attributes {
			argument, diagnostics := attribute.Expr.Value(context)
			require(diagnostics)
			text, err := ctyjson.Marshal(argument, argument.Type())
			must(err)
			arguments[name] = text
		}
		all[key] = arguments
	}
	return all
}

func require(diagnostics hcl.Diagnostics) {
	if diagnostics.HasErrors() {
		log.Fatal(diagnostics)
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
