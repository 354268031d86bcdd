using System.CommandLine;
using RaceSystem.Client;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Options that every command takes: where the services are, and how to answer.</summary>
internal sealed class GlobalOptions
{
    public const string DefaultServer = "http://localhost:5000";

    private readonly Func<string, string?> _environment;
    private readonly Option<string?> _server = Address("--server", $"Address of AllInOne, for all services. Or RACESYSTEM_SERVER. Default: {DefaultServer}");
    private readonly Option<string?> _registration = Address("--registration", "Address of Registration. Or RACESYSTEM_REGISTRATION.");
    private readonly Option<string?> _timing = Address("--timing", "Address of Timing. Or RACESYSTEM_TIMING.");
    private readonly Option<string?> _results = Address("--results", "Address of Results. Or RACESYSTEM_RESULTS.");
    private readonly Option<bool> _json = new("--json") { Description = "Answer in JSON on the standard output; messages stay on the error stream.", Recursive = true };

    public GlobalOptions(Func<string, string?> environment) => _environment = environment;

    public void AddTo(Command root)
    {
        root.Add(_server);
        root.Add(_registration);
        root.Add(_timing);
        root.Add(_results);
        root.Add(_json);
    }

    public Terminal Terminal(ParseResult parse) =>
        new(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, parse.GetValue(_json));

    /// <summary>An option counts more than the environment, one service's address more than the common one.</summary>
    public RaceSystemClientOptions Addresses(ParseResult parse)
    {
        Uri AddressOf(Option<string?> option, string variable)
        {
            var text = parse.GetValue(option) ?? parse.GetValue(_server) ?? Environment(variable) ?? Environment("RACESYSTEM_SERVER") ?? DefaultServer;
            return IsAddress(text) ? new Uri(text) : throw new InputException($"{variable}: '{text}' is not an address such as {DefaultServer}.");
        }

        return new RaceSystemClientOptions
        {
            Registration = AddressOf(_registration, "RACESYSTEM_REGISTRATION"),
            Timing = AddressOf(_timing, "RACESYSTEM_TIMING"),
            Results = AddressOf(_results, "RACESYSTEM_RESULTS"),
        };
    }

    private string? Environment(string variable) => _environment(variable) is { Length: > 0 } text ? text : null;

    private static Option<string?> Address(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "URL", Recursive = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !IsAddress(result.Tokens[0].Value))
            {
                result.AddError($"{name}: '{result.Tokens[0].Value}' is not an address such as {DefaultServer}.");
            }
        });
        return option;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
