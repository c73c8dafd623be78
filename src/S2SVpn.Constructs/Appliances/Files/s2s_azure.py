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


# By the name that the metadata service has for the cloud.
MANAGERS = {
    "AzurePublicCloud": "https://management.azure.com",
    "AzureUSGovernmentCloud": "https://management.usgovcloudapi.net",
    "AzureChinaCloud": "https://management.chinacloudapi.cn",
}


def manage(machine, path, content=None):
    """The answer of Azure's resource manager. With content it is a change."""
    asked = urllib.request.Request(
        METADATA + "/metadata/instance/compute/azEnvironment?api-version=2021-02-01&format=text", headers={"Metadata": "true"})
    root = MANAGERS[urllib.request.urlopen(asked, timeout=10).read().decode().strip()]
    asked = urllib.request.Request(
        (os.environ.get("S2S_ENDPOINT") or root) + path + "?api-version=2023-09-01",
        data=None if content is None else json.dumps(content).encode(),
        method="GET" if content is None else "PUT",
        headers={"Authorization": "Bearer " + token(machine, root + "/"), "Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(asked, timeout=20))


def routes(machine):
    """The address that each route of the plan leads to. A route table does not say whether a machine is there."""
    twin = machine["twin"]
    return [
        (table + "/routes/" + route["name"], route["properties"]["addressPrefix"], route["properties"].get("nextHopIpAddress"), False)
        for table in twin["tables"]
        for route in manage(machine, table)["properties"].get("routes", [])
        if route["properties"]["addressPrefix"] in twin["destinations"]]


def take(machine, found):
    for route, destination, holder, _ in found:
        if holder != machine["twin"]["own"]:
            manage(machine, route, {"properties": {
                "addressPrefix": destination, "nextHopType": "VirtualAppliance", "nextHopIpAddress": machine["twin"]["own"]}})
