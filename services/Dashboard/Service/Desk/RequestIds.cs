using RaceSystem.Kernel;

namespace RaceSystem.Dashboard.Service.Desk;

/// <summary>
/// The id of a request is made with the page that has the button: pressed twice, or sent again by a browser that lost its
/// answer, it changes things once.
/// </summary>
public static class RequestIds
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "request";

    /// <summary>A new one.</summary>
    public static string Make() => $"{Guid.NewGuid():n}";

    /// <summary>The one that the form carries.</summary>
    /// <exception cref="RefusalException">It carries none.</exception>
    public static string Require(PostedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Guid.TryParseExact(form[Field], "n", out var id)
            ? $"{id:n}"
            : throw new RefusalException(RefusalKind.InvalidArgument, "REQUEST_ID_INVALID", "The form is not complete. Please look at the preview again and press its button.");
    }
}
