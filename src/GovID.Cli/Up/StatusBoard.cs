using GovID.Cli.Shell;
using Spectre.Console;

namespace GovID.Cli.Up;

/// <summary>
/// The table that turns green line by line. On a terminal it is redrawn in place; elsewhere each change is a line; for scripts each
/// change is an object.
/// </summary>
internal sealed class StatusBoard(Output output, IReadOnlyList<string> parts)
{
    private readonly Dictionary<string, (PartState State, string Detail)> _rows =
        parts.ToDictionary(part => part, _ => (PartState.Waiting, ""), StringComparer.Ordinal);

    private LiveDisplayContext? _live;

    /// <summary>Shows the table while the work runs.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        if (output.IsJson || !output.Terminal.Profile.Capabilities.Interactive)
            return await work();
        return await output.Terminal.Live(Render()).StartAsync(async live =>
        {
            _live = live;
            return await work();
        });
    }

    /// <summary>A part changed.</summary>
    public void Set(string part, PartState state, string detail)
    {
        _rows[part] = (state, detail);
        output.Object(json =>
        {
            json.WriteString("part", part);
            json.WriteString("state", Word(state).Replace(' ', '_'));
            json.WriteString("detail", detail);
        });
        if (_live is not null)
            _live.UpdateTarget(Render());
        else if (state != PartState.Starting)
            output.Line($"{part,-12} {Word(state),-13} {detail}");
    }

    private Table Render()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("part").AddColumn("state").AddColumn("");
        foreach (var part in parts)
        {
            var (state, detail) = _rows[part];
            table.AddRow(new Text(part), new Text(Word(state), Colour(state)), new Text(detail));
        }

        return table;
    }

    private static string Word(PartState state) => state switch
    {
        PartState.Waiting => "waiting",
        PartState.Starting => "starting",
        PartState.Ready => "ready",
        _ => "not there yet",
    };

    private static Style Colour(PartState state) => state switch
    {
        PartState.Ready => new Style(Color.Green),
        PartState.Starting => new Style(Color.Yellow),
        _ => new Style(decoration: Decoration.Dim),
    };
}
