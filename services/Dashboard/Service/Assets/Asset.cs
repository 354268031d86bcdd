namespace RaceSystem.Dashboard.Service.Assets;

/// <summary>One file that pages load.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">MIME type.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Version">Hash of the bytes: a changed file has another address.</param>
public sealed record Asset(string Name, string ContentType, byte[] Content, string Version)
{
    /// <summary>Address that may be cached for ever.</summary>
    public string Href => $"{PageAssets.Prefix}/{Name}?v={Version}";
}
