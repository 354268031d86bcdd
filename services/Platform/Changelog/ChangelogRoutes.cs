using RaceSystem.Contracts.Messages;

namespace RaceSystem.Platform.Changelog;

/// <summary>Which message a range becomes, by the prefix of its records' keys. The longest matching prefix counts.</summary>
public sealed class ChangelogRoutes
{
    private readonly List<ChangelogRoute> _routes = [];

    /// <summary>Publishes records whose key begins with <paramref name="keyPrefix"/> as <typeparamref name="TMessage"/>.
    /// The prefix <c>""</c> is the default and required.</summary>
    public ChangelogRoutes Publish<TMessage>(string keyPrefix, Func<ChangelogRange, TMessage> message)
        where TMessage : class, IChangeMessage
    {
        if (_routes.Exists(route => route.KeyPrefix == keyPrefix))
        {
            throw new ArgumentException($"The prefix '{keyPrefix}' has a route already.", nameof(keyPrefix));
        }

        _routes.Add(new ChangelogRoute(keyPrefix, typeof(TMessage), message));
        return this;
    }

    /// <summary>The routes, longest prefix first.</summary>
    /// <exception cref="InvalidOperationException">There is no default route.</exception>
    internal IReadOnlyList<ChangelogRoute> Build(string owner) => _routes.Exists(route => route.KeyPrefix.Length == 0)
        ? [.. _routes.OrderByDescending(route => route.KeyPrefix.Length)]
        : throw new InvalidOperationException($"The log of '{owner}' has no default route: add Publish(\"\", …).");
}
