"""What AWS::Serverless-2016-10-31 makes of a template, by AWS's own translator, which the SAM CLI brings."""

import json
import os
import sys

from samcli.yamlhelper import yaml_parse
from samtranslator.translator.transform import transform

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")


class NoManagedPolicies:
    """Policies are named by their ARN, so that nobody has to be asked."""

    def load(self):
        return {}


with open(sys.argv[1], encoding="utf-8") as template:
    json.dump(transform(yaml_parse(template.read()), {}, NoManagedPolicies()), sys.stdout)
