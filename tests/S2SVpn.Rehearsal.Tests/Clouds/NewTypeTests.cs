using System.Text;
using S2SVpn.Rehearsal.Clouds;
using S2SVpn.Rehearsal.Clouds.Schemas;

namespace S2SVpn.Rehearsal.Tests.Clouds;

/// <summary>A type that nobody wrote anything for: its line in the manifest is enough.</summary>
public sealed class NewTypeTests
{
    private const string Schemas = """
        {
          "provider_schemas": {
            "registry.terraform.io/hashicorp/aws": {
              "provider": { "version": 0, "block": { "attributes": { "region": { "type": "string", "optional": true } } } },
              "resource_schemas": {
                "aws_new_thing": { "version": 2, "block": {
                  "attributes": {
                    "id": { "type": "string", "optional": true, "computed": true },
                    "arn": { "type": "string", "computed": true },
                    "name": { "type": "string", "required": true },
                    "endpoint": { "type": "string", "computed": true },
                    "public_ip": { "type": "string", "computed": true },
                    "ports": { "type": ["set", "number"], "computed": true },
                    "owner": { "nested_type": { "nesting_mode": "single", "attributes": { "name": { "type": "string", "optional": true } } }, "optional": true }
                  },
                  "block_types": {
                    "rule": { "nesting_mode": "set", "block": { "attributes": {
                      "port": { "type": "number", "required": true },
                      "rule_id": { "type": "string", "computed": true }
                    } } },
                    "limits": { "nesting_mode": "single", "block": { "attributes": { "most": { "type": "number", "optional": true, "computed": true } } } }
                  }
                } },
                "aws_vpc": { "version": 1, "block": { "attributes": {
                  "id": { "type": "string", "optional": true, "computed": true },
                  "cidr_block": { "type": "string", "optional": true, "computed": true },
                  "arn": { "type": "string", "computed": true }
                } } }
              },
              "data_source_schemas": {
                "aws_vpc": { "version": 0, "block": { "attributes": {
                  "id": { "type": "string", "optional": true, "computed": true },
                  "cidr_block": { "type": "string", "optional": true, "computed": true },
                  "arn": { "type": "string", "computed": true }
                } } },
                "aws_availability_zones": { "version": 0, "block": { "attributes": {
                  "id": { "type": "string", "optional": true, "computed": true },
                  "state": { "type": "string", "optional": true },
                  "names": { "type": ["list", "string"], "computed": true }
                } } },
                "aws_ami": { "version": 0, "block": {
                  "attributes": {
                    "id": { "type": "string", "optional": true, "computed": true },
                    "owners": { "type": ["list", "string"], "optional": true },
                    "most_recent": { "type": "bool", "optional": true },
                    "architecture": { "type": "string", "computed": true }
                  },
                  "block_types": { "filter": { "nesting_mode": "set", "block": { "attributes": {
                    "name": { "type": "string", "required": true },
                    "values": { "type": ["set", "string"], "required": true }
                  } } } }
                } }
              }
            }
          }
        }
        """;

    [Fact]
    public async Task NewType_FromItsSchemaAlone_LivesThroughItsWholeLife()
    {
        await using var bench = await StartAsync("""
            resource "aws_new_thing" "one" {
              name  = "one"
              owner = { name = "me" }
              rule {
                port = 443
              }
              rule {
                port = 22
              }
              limits {}
            }
            """);
        await bench.ApplyAsync();
        await bench.AssertNoChangesAsync();
        var made = Assert.Single((await bench.ShowAsync()).Resources);
        var rules = made.Values.GetProperty("rule").EnumerateArray().Select(rule => rule.GetProperty("rule_id").GetString());
        await bench.SucceedAsync("destroy", "-auto-approve");

        Assert.StartsWith("new-thing-0", made["id"]);
        Assert.StartsWith("arn:aws:ec2:us-west-2:000000000000:new-thing/new-thing-0", made["arn"]);
        Assert.StartsWith("endpoint-", made["endpoint"]);
        Assert.Matches(@"^198\.1[89]\.", made["public_ip"]);
        Assert.DoesNotContain(rules, string.IsNullOrEmpty);
        Assert.Empty(bench.Clouds.Store.Objects);
    }

    [Fact]
    public async Task DataSources_AnswerWhatExistsAndWhatACloudKnows()
    {
        await using var bench = await StartAsync("""
            resource "aws_vpc" "made" {
              cidr_block = "10.2.0.0/16"
            }
            data "aws_vpc" "made" {
              id = aws_vpc.made.id
            }
            data "aws_vpc" "existing" {
              id = "vpc-0123"
            }
            data "aws_availability_zones" "all" {
              state = "available"
            }
            data "aws_ami" "newest" {
              owners      = ["amazon"]
              most_recent = true
              filter {
                name   = "name"
                values = ["al2023-ami-*"]
              }
            }
            """);
        await bench.ApplyAsync();
        await bench.AssertNoChangesAsync();
        var data = (await bench.ShowAsync()).Resources.ToDictionary(resource => resource.Address);

        Assert.Equal("10.2.0.0/16", data["data.aws_vpc.made"]["cidr_block"]);
        Assert.Equal(data["aws_vpc.made"]["arn"], data["data.aws_vpc.made"]["arn"]);
        Assert.Equal("arn:aws:ec2:us-west-2:000000000000:vpc/vpc-0123", data["data.aws_vpc.existing"]["arn"]);
        Assert.Equal("""["us-west-2a","us-west-2b","us-west-2c"]""", data["data.aws_availability_zones.all"]["names"].Replace(" ", "", StringComparison.Ordinal));
        Assert.StartsWith("ami-0", data["data.aws_ami.newest"]["id"]);
    }

    private const string Provider = """
        terraform {
          required_providers {
            aws = { source = "hashicorp/aws" }
          }
        }
        provider "aws" {
          region = "us-west-2"
        }

        """;

    private static async Task<Workbench> StartAsync(string configuration)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Schemas));
        return await Workbench.StartAsync(Provider + configuration, new CloudOptions { Schemas = SchemaReader.Read(json) });
    }
}
