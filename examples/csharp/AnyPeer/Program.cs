// An Azure VNet joined to a data centre: AzureVpnSide alone. Its peer can be anything that says where each tunnel ends:
// here two routers with fixed addresses, and keys that both sides' administrators pass as Terraform variables.
//
//   dotnet run --project examples/csharp/AnyPeer             writes cdktf.out/stacks/data-centre/cdk.tf.json
using AnyPeer;

var app = new App();
_ = new AnyPeerStack(app, "data-centre");
app.Synth();
