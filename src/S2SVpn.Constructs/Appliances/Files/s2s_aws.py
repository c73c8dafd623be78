"""What a machine asks AWS for, by the role that it has. curl signs: Ubuntu's image has it, and no SDK."""
import json
import os
import subprocess
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml

METADATA = os.environ.get("S2S_METADATA", "http://169.254.169.254")
ENDPOINT = os.environ.get("S2S_ENDPOINT", "")


def metadata(path):
    """Answers of the instance metadata service, version 2."""
    asked = urllib.request.Request(
        METADATA + "/latest/api/token", method="PUT", headers={"X-aws-ec2-metadata-token-ttl-seconds": "60"})
    token = urllib.request.urlopen(asked, timeout=5).read().decode()
    asked = urllib.request.Request(
        METADATA + "/latest/meta-data/" + path, headers={"X-aws-ec2-metadata-token": token})
    return urllib.request.urlopen(asked, timeout=5).read().decode()


def call(service, region, headers, body):
    """The answer of an AWS service. What is secret goes to curl by its standard input: arguments are for everyone to see."""
    role = metadata("iam/security-credentials/").split()[0]
    login = json.loads(metadata("iam/security-credentials/" + role))
    domain = metadata("services/domain").strip()
    settings = [
        ("url", ENDPOINT or "https://%s.%s.%s/" % (service, region, domain)),
        ("aws-sigv4", "aws:amz:%s:%s" % (region, service)),
        ("user", login["AccessKeyId"] + ":" + login["SecretAccessKey"]),
        ("header", "x-amz-security-token: " + login["Token"]),
        *(("header", header) for header in headers),
        ("data", body),
        ("max-time", "20"),
    ]
    text = "silent\nshow-error\nfail\n" + "".join(
        '%s = "%s"\n' % (name, value.replace("\\", "\\\\").replace('"', '\\"')) for name, value in settings)
    ran = subprocess.run(["curl", "--config", "-"], input=text, capture_output=True, text=True, timeout=30)
    if ran.returncode != 0:
        raise OSError("%s: %s" % (service, ran.stderr.strip()))
    return ran.stdout


def secret(machine, name):
    """A secret of Secrets Manager."""
    answer = call(
        "secretsmanager", machine["reader"],
        ["Content-Type: application/x-amz-json-1.1", "X-Amz-Target: secretsmanager.GetSecretValue"],
        json.dumps({"SecretId": name}))
    return json.loads(answer)["SecretString"]


def query(machine, action, service="ec2", version="2016-11-15", **values):
    """The answer of EC2, or of another service that is asked like it, in XML."""
    body = urllib.parse.urlencode({"Action": action, "Version": version, **values})
    return call(service, machine["reader"], ["Content-Type: application/x-www-form-urlencoded"], body)


def local(tag):
    return tag.rsplit("}", 1)[-1]


def routes(machine):
    """The interface that each route of the plan leads to, and whether it leads to nothing."""
    twin = machine["twin"]
    answer = query(machine, "DescribeRouteTables", **{
        "RouteTableId.%d" % (number + 1): table for number, table in enumerate(twin["tables"])})
    found = []
    for tables in [item for item in xml.fromstring(answer) if local(item.tag) == "routeTableSet"]:
        for table in tables:
            name = next(part.text for part in table if local(part.tag) == "routeTableId")
            for entries in [part for part in table if local(part.tag) == "routeSet"]:
                for entry in entries:
                    facts = {local(part.tag): part.text for part in entry}
                    if facts.get("destinationCidrBlock") in twin["destinations"]:
                        found.append((
                            name, facts["destinationCidrBlock"], facts.get("networkInterfaceId"), facts.get("state") == "blackhole"))
    return found


def take(machine, found):
    for table, destination, holder, _ in found:
        if holder != machine["twin"]["own"]:
            query(
                machine, "ReplaceRoute", RouteTableId=table, DestinationCidrBlock=destination,
                NetworkInterfaceId=machine["twin"]["own"])
