using System.Text.Json.Nodes;
using RaceSystem.Platform.OpenApi;
using RaceSystem.Platform.Tests.Grpc;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Timing.V1;

namespace RaceSystem.Platform.Tests.OpenApi;

public sealed class OpenApiDocumentTests(FaultyHost faulty)
{
    private static readonly JsonObject Document =
        OpenApiDocument.Describe([RegistrationService.Descriptor, TimingService.Descriptor, ResultsService.Descriptor]);

    [Fact]
    public async Task A_host_serves_the_services_it_has()
    {
        using var http = new HttpClient { BaseAddress = faulty.Host.BaseAddress };

        var paths = JsonNode.Parse(await http.GetStringAsync(OpenApiExtensions.Path, TestContext.Current.CancellationToken))!["paths"]!.AsObject();

        Assert.Contains("/v1/changelogs/{owner}/logs", paths);
        Assert.Contains("/v1/meets/{meet_id}/gunStarts", paths);
        Assert.DoesNotContain(paths, path => path.Key.Contains("standings", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reference_leads_to_a_schema()
    {
        var schemas = Document["components"]!["schemas"]!.AsObject();
        var references = All(Document).OfType<JsonObject>().Select(node => node["$ref"]?.GetValue<string>()).OfType<string>().Distinct().ToArray();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains(reference["#/components/schemas/".Length..], schemas));
    }

    [Fact]
    public void Every_variable_of_a_path_is_a_required_parameter()
    {
        foreach (var (path, operations) in Document["paths"]!.AsObject())
        {
            var variables = path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Order();
            foreach (var (_, operation) in operations!.AsObject())
            {
                var inPath = operation!["parameters"]!.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == "path").ToArray();
                Assert.Equal(variables, inPath.Select(parameter => parameter!["name"]!.GetValue<string>()).Order());
                Assert.All(inPath, parameter => Assert.True(parameter!["required"]!.GetValue<bool>()));
            }
        }
    }

    [Fact]
    public void Operation_ids_are_unique()
    {
        var ids = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!["operationId"]!.GetValue<string>()).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void A_list_has_its_filters_in_the_query_and_its_fields_as_json_names_them()
    {
        var operation = Document["paths"]!["/v1/meets/{meet_id}/entries"]!["get"]!;

        var query = operation["parameters"]!.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == "query").Select(parameter => parameter!["name"]!.GetValue<string>());
        Assert.Equal(["raceId", "pageSize", "pageToken"], query.Take(3));
        var entry = Document["components"]!["schemas"]!["racesystem.registration.v1.ListEntriesResponse"]!["properties"]!.AsObject();
        Assert.Equal("array", entry["entries"]!["type"]!.GetValue<string>());
        Assert.Contains("nextPageToken", entry);
    }

    [Fact]
    public void A_body_is_the_field_its_rule_names()
    {
        var operation = Document["paths"]!["/v1/meets/{meet.meet_id}"]!["put"]!;

        Assert.Equal(
            "#/components/schemas/racesystem.registration.v1.Meet",
            operation["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>());
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair => All(pair.Value)).Prepend(item),
        JsonArray items => items.SelectMany(All).Prepend(items),
        _ => [],
    };
}
