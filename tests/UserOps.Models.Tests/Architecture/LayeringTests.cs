using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Models.Tests.Architecture;

/// <summary>Rooms see only what DESIGN allows: Numerics, Time, then Schema, then Segments, then all other rooms, then Presentation.</summary>
public class LayeringTests
{
    private static readonly string[] GroundFloor = ["Numerics", "Time", "Schema", "Segments"];

    /// <summary>Arrows between two rooms of the upper floor; each has its reason in docs/design.md. Never a cycle.</summary>
    private static readonly (string From, string To)[] Arrows = [("Portraits", "Tags"), ("Lifecycle", "GrowthModels")];

    [Fact]
    public void EveryRoom_UsesOnlyWhatLiesBelow()
    {
        IEnumerable<string> breaches =
            from use in LibrarySources.Compilation.SyntaxTrees.AsParallel().AsOrdered().SelectMany(Uses)
            where !MaySee(use.From, use.To)
            select $"{use.Place}: {use.From} uses {use.To} through '{use.Name}'";
        Assert.Empty(breaches.Distinct());
    }

    [Fact]
    public void TheRules_WouldSeeABreach()
    {
        Assert.False(MaySee("Numerics", "Schema"));
        Assert.False(MaySee("Schema", "Segments"));
        Assert.False(MaySee("Funnels", "Presentation"));
        Assert.False(MaySee("Funnels", "Retention"));
        Assert.True(MaySee("Funnels", "Time"));
        Assert.True(MaySee("Presentation", "Funnels"));
        Assert.True(MaySee("Portraits", "Tags"));
        Assert.False(MaySee("Tags", "Portraits"));
        Assert.True(MaySee("Lifecycle", "GrowthModels"));
        Assert.False(MaySee("GrowthModels", "Lifecycle"));

        SyntaxTree definition = LibrarySources.Compilation.SyntaxTrees.Single(tree => tree.FilePath == "Funnels/FunnelStep.cs");
        Assert.Contains(Uses(definition), use => use is { From: "Funnels", To: "Segments", Name: "EventFilter" });
    }

    /// <summary>The names in a source file that mean something declared in another file of the library, method bodies included.</summary>
    private static IEnumerable<(string From, string To, string Name, string Place)> Uses(SyntaxTree tree)
    {
        if (RoomOf(tree) is not { } home)
        {
            return [];
        }

        SemanticModel model = LibrarySources.Compilation.GetSemanticModel(tree);
        return
            from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            from room in RoomsOf(model.GetSymbolInfo(name))
            where room != home
            select (home, room, name.Identifier.Text, $"{tree.FilePath}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1})");
    }

    private static bool MaySee(string from, string to)
    {
        if (from == to || Array.IndexOf(Arrows, (from, to)) >= 0)
        {
            return true;
        }

        int below = Array.IndexOf(GroundFloor, to);
        return from switch
        {
            "Presentation" => true,
            "Numerics" or "Time" => to is "Numerics" or "Time",
            _ when Array.IndexOf(GroundFloor, from) is >= 0 and int floor => below >= 0 && below < floor,
            _ => below >= 0,
        };
    }

    private static string? RoomOf(SyntaxTree tree) => tree.FilePath.Contains('/') ? tree.FilePath[..tree.FilePath.IndexOf('/')] : null;

    private static IEnumerable<string> RoomsOf(SymbolInfo info) =>
        from symbol in info.Symbol is { } only ? [only] : info.CandidateSymbols.AsEnumerable()
        where symbol is not INamespaceSymbol
        from place in symbol.DeclaringSyntaxReferences
        let room = RoomOf(place.SyntaxTree)
        where room is not null
        select room;
}
