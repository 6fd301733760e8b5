using Microsoft.CodeAnalysis;
using Shouldly;

namespace UserOps.Models.Tests.Architecture;

/// <summary>The public surface as a reviewed list: an addition or a change shows in the diff of one file.</summary>
public class PublicApiTests
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeMemberKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Fact]
    public void PublicSurface_IsTheReviewedList()
    {
        IEnumerable<string> lines = PublicTypes(LibrarySources.Compilation.Assembly.GlobalNamespace)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .SelectMany(Describe);
        string.Join('\n', lines).ShouldMatchApproved(builder => builder
            .WithFilenameGenerator((_, _, type, extension) => $"PublicApiTests.PublicSurface.{(type == "approved" ? "verified" : type)}.{extension}")
            .NoDiff());
    }

    private static IEnumerable<INamedTypeSymbol> PublicTypes(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(PublicTypes)
            .Concat(space.GetTypeMembers().SelectMany(WithNested).Where(type => type.Locations.Any(place => place.IsInSource)));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public ? [type, .. type.GetTypeMembers().SelectMany(WithNested)] : [];

    private static IEnumerable<string> Describe(INamedTypeSymbol type)
    {
        string bases = string.Join(", ", Bases(type));
        yield return $"{Modifiers(type)}{type.TypeKind.ToString().ToLowerInvariant()} {type.ToDisplayString()}{(bases.Length == 0 ? "" : " : " + bases)}";
        IEnumerable<string> members =
            from member in type.GetMembers()
            where member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            where (!member.IsImplicitlyDeclared || IsDefaultConstructor(member)) && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet }
            select "  " + member.ToDisplayString(Format);
        foreach (string member in members.Order(StringComparer.Ordinal))
        {
            yield return member;
        }
    }

    private static string Modifiers(INamedTypeSymbol type) => (type switch
    {
        { TypeKind: TypeKind.Struct, IsReadOnly: true } => "readonly ",
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    }) + (type.IsRecord ? "record " : "");

    // Whoever can create the type is part of the surface, also where nobody wrote the constructor down.
    private static bool IsDefaultConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true, ContainingType.TypeKind: TypeKind.Class };

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Class && type.BaseType is { SpecialType: not SpecialType.System_Object } basis)
        {
            yield return basis.ToDisplayString();
        }

        foreach (INamedTypeSymbol contract in type.Interfaces.Where(contract => contract.Name != "IEquatable" || !type.IsRecord))
        {
            yield return contract.ToDisplayString();
        }
    }
}
