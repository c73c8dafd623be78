"""What a machine asks Azure for, by the managed identity that it has."""
import json
import os
import urllib.parse
import urllib.request

METADATA = os.environ.get("S2S_METADATA", "http://169.254.169.254")


def token(machine, resource):
    """A token of the machine's identity for a service."""
    query = urllib.parse.urlencode({"api-version": "2018-02-01", "resource": resource, "client_id": machine["reader"]})
    asked = urllib.request.Request(METADATA + "/metadata/identity/oauth2/token?" + query, headers={"Metadata": "true"})
    return json.load(urllib.request.urlopen(asked, timeout=10))["access_token"]


def secret(machine, name):
    """A secret of a key vault, by its address. The vault's domain, without its name, is who the token is for."""
    host = urllib.parse.urlsplit(name).hostname
    resource = os.environ.get("S2S_RESOURCE") or "https://" + host.split(".", 1)[1]
    asked = urllib.request.Request(
        name + "?api-version=7.4", headers={"Authorization": "Bearer " + token(machine, resource)})
    return json.load(urllib.request.urlopen(asked, timeout=20))["value"]
