using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using RaceSystem.Dashboard.Service.Problems;

namespace RaceSystem.Dashboard.Service.Desk;

/// <summary>A form that an official sent: from a page of ours and not too long, or refused before a byte of it is read.</summary>
public sealed class PostedForm
{
    private readonly IFormCollection? _fields;

    private PostedForm(IFormCollection? fields, IResult? refusal) => (_fields, Refusal) = (fields, refusal);

    /// <summary>The page that says why the form is not taken; null: it is.</summary>
    public IResult? Refusal { get; }

    /// <summary>Whether it is refused.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>A field without white space around it; empty where it was not sent.</summary>
    public string this[string name] => _fields?[name].ToString().Trim() ?? "";

    /// <summary>A field that is sent several times, for example a list of boxes.</summary>
    public IReadOnlyList<string> All(string name) => [.. (_fields?[name].ToArray() ?? []).OfType<string>()];

    /// <summary>Reads it.</summary>
    public static async Task<PostedForm> ReadAsync(HttpContext http, string meet, int maxBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Headers.CacheControl = "no-store";
        if (!SameOrigin.Sent(http.Request))
        {
            return new PostedForm(null, PageFilter.Page(StatusCodes.Status403Forbidden, "The form came from another site. Open the page here and press the button again.", meet));
        }

        if (!http.Request.HasFormContentType || http.Request.ContentLength is not { } length || length > maxBytes)
        {
            return new PostedForm(null, PageFilter.Page(StatusCodes.Status400BadRequest, "That is not this page's form. Open the page and press the button again.", meet));
        }

        return new PostedForm(await http.Request.ReadFormAsync(cancellationToken), null);
    }

    /// <summary>Leads the browser to a page that may be loaded again.</summary>
    public static StatusCodeHttpResult SeeOther(HttpResponse response, string path)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.Location = path;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
