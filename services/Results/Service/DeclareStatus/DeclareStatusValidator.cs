using RaceSystem.Kernel;
using RaceSystem.Results.V1;

namespace RaceSystem.Results.Service.DeclareStatus;

/// <summary>What can be said about a request without knowing the meet.</summary>
internal static class DeclareStatusValidator
{
    /// <summary>Most declarations of one request.</summary>
    public const int MaxDeclarations = 5_000;

    private const int MaxReasonLength = 500;
    private const int MaxDeclaredByLength = 100;
    private const int MaxViolations = 100;

    /// <exception cref="RefusalException">Something is wrong; everything that is, is listed.</exception>
    public static void Require(DeclareStatusRequest request)
    {
        var count = request.Declarations.Count;
        if (count > MaxDeclarations)
        {
            throw RefusalException.Invalid("BATCH_TOO_LARGE", "declarations", $"has {count} items; at most {MaxDeclarations} go in one request.");
        }

        if (count == 0)
        {
            throw RefusalException.Invalid("DECLARATION_INVALID", "declarations", "is empty: name at least one runner.");
        }

        var seen = new HashSet<(string, string)>();
        var violations = new List<FieldViolation>();
        for (var i = 0; i < count; i++)
        {
            var declaration = request.Declarations[i];
            Check(declaration, $"declarations[{i}]", violations);
            if (!seen.Add((declaration.RaceId, declaration.Bib)))
            {
                violations.Add(new FieldViolation($"declarations[{i}].bib", "is declared twice in this request: keep one."));
            }
        }

        if (violations.Count > 0)
        {
            throw new RefusalException(RefusalKind.InvalidArgument, "DECLARATION_INVALID", $"{violations.Count} things are wrong with the declarations; nothing was declared.", [.. violations.Take(MaxViolations)]);
        }
    }

    private static void Check(StatusDeclaration declaration, string field, List<FieldViolation> violations)
    {
        if (!Identifier.IsValid(declaration.RaceId))
        {
            violations.Add(new FieldViolation(field + ".race_id", "is not an id."));
        }

        if (!Bib.TryParse(declaration.Bib, out var bib) || bib.Text != declaration.Bib)
        {
            violations.Add(new FieldViolation(field + ".bib", $"must be 1 to {Bib.MaxLength} letters, digits or '-'."));
        }

        if (declaration.Status is not (ResultStatus.Unspecified or ResultStatus.Dns or ResultStatus.Dnf or ResultStatus.Dsq or ResultStatus.NotClassified))
        {
            violations.Add(new FieldViolation(field + ".status", "must be DNS, DNF, DSQ or NOT_CLASSIFIED, or unspecified to take the declaration back; the others follow from what was measured."));
        }

        if (declaration.Reason.Length > MaxReasonLength)
        {
            violations.Add(new FieldViolation(field + ".reason", $"has more than {MaxReasonLength} characters."));
        }

        if (declaration.DeclaredBy.Length > MaxDeclaredByLength)
        {
            violations.Add(new FieldViolation(field + ".declared_by", $"has more than {MaxDeclaredByLength} characters."));
        }
    }
}
