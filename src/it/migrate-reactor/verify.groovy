import groovy.json.JsonSlurper

['a', 'b'].each { module ->
    def report = new JsonSlurper().parse(new File(basedir, "reports/$module/migrate.json"))
    assert report.files*.path == [new File(basedir, "$module/template.yaml").path]
}
return true
