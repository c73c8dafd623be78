// Both sides in a stack of one's own, beside the VPC that it has already: AwsVpnSide joins that VPC, AzureVpnSide makes a
// new VNet, and the stack hands the one's ends to the other.
//
//   dotnet run --project examples/csharp/OwnStack            writes cdktf.out/stacks/own/cdk.tf.json
using OwnStack;

var app = new App();
_ = new ShopStack(app, "own");
app.Synth();
