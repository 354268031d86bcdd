using System.CommandLine;
using RaceSystem.LoadTests;

var server = new Option<Uri>("--server") { Description = "AllInOne to load.", DefaultValueFactory = _ => new Uri("http://localhost:5000"), CustomParser = result => new Uri(result.Tokens[0].Value), Recursive = true };
var devices = new Option<int>("--devices") { Description = "Readers that upload at once.", DefaultValueFactory = _ => 8 };
var runners = new Option<int>("--runners") { Description = "Runners, one crossing at each device.", DefaultValueFactory = _ => 20_000 };
var reads = new Option<int>("--reads-per-crossing") { Description = "Reads each crossing gives.", DefaultValueFactory = _ => 10 };
var watchers = new Option<int>("--watchers") { Description = "Streams of WatchStandings held open meanwhile.", DefaultValueFactory = _ => 20 };
var root = new RootCommand("Uploads a synthetic race as fast as the server takes it, and says how fast that was.") { server, devices, runners, reads, watchers };
root.SetAction((parse, cancellationToken) => new UploadLoad(
    parse.GetRequiredValue(server),
    new LoadShape(parse.GetValue(devices), parse.GetValue(runners), parse.GetValue(reads), parse.GetValue(watchers))).RunAsync(Console.Out, cancellationToken));

var record = new Option<int>("--reads-per-record") { Description = "Reads that came together.", DefaultValueFactory = _ => 10 };
var folder = new Option<string>("--folder") { Description = "Folder of the spool.", DefaultValueFactory = _ => Path.GetTempPath() };
var edge = new Command("edge", "Spools a day of 2,000,000 reads at four devices as an edge agent does, then uploads it.") { record, folder };
edge.SetAction((parse, cancellationToken) => new SpooledDay(
    parse.GetRequiredValue(server),
    new LoadShape(Devices: 4, Runners: 50_000, ReadsPerCrossing: 10, Watchers: 0),
    parse.GetValue(record),
    parse.GetRequiredValue(folder)).RunAsync(Console.Out, cancellationToken));
root.Subcommands.Add(edge);
return await root.Parse(args).InvokeAsync();
