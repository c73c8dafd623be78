// An AWS VPC joined to an office: AwsVpnSide alone. The office's firewall is nobody's construct; its public address and its
// BGP number are written down by hand, and 'terraform output' says what its administrators have to type in.
//
//   dotnet run --project examples/csharp/OfficeFirewall      writes cdktf.out/stacks/office/cdk.tf.json
using OfficeFirewall;

var app = new App();
_ = new OfficeFirewallStack(app, "office");
app.Synth();
