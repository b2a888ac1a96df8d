using GovID.Ledger.Queries;
using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Tests.State;
using GovID.Ledger.Tests.Transactions;
using GovID.Ledger.Transactions;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Queries;

public sealed class QueryTests
{
    private readonly LocalPool _pool = new();

    [Fact]
    public void Answers_a_sequence_number_beyond_the_ledger_with_no_data()
    {
        var result = _pool.Ask(GetNym(LocalPool.Trustee.Did.Text).With("seqNo", 1_000_000));

        result.Find("data").ShouldBe(LedgerValue.Null);
    }

    [Fact]
    public void Answers_from_the_time_asked_for()
    {
        var added = _pool.Write(_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)));
        var changed = _pool.Write(_pool.Request(LocalPool.Trustee, LedgerMap.Of(("type", "1"), ("dest", LocalPool.Newcomer.Did.Text), ("role", "101"))));

        RoleAt(added.Terms.Time).ShouldBe(LedgerValue.Null);
        RoleAt(changed.Terms.Time).ShouldBe("101");
        _pool.Ask(GetNym(LocalPool.Newcomer.Did.Text).With("timestamp", added.Terms.Time - 1)).Find("data").ShouldBe(LedgerValue.Null);
    }

    [Fact]
    public void Answers_from_what_is_committed_only()
    {
        _pool.Ledgers.ApplyBatch(new BatchTerms(LedgerId.Domain, 5), [_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer))]);

        _pool.Ask(GetNym(LocalPool.Newcomer.Did.Text)).Find("data").ShouldBe(LedgerValue.Null);
    }

    [Fact]
    public void Proves_what_it_answers_when_the_root_is_signed()
    {
        var batch = _pool.Write(_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)));
        using var validators = new TestPool();
        _pool.Ledgers.MultiSignatures.Set(batch.StateRoot, validators.Sign(batch.StateRoot, batch.LedgerRoot, 1, 1, 2, 3));
        var verifier = new StateProofVerifier(validators.Keys);

        foreach (var query in (LedgerMap[])[GetNym(LocalPool.Newcomer.Did.Text), GetNym("V4SGRU86Z58d6TV7PBUe6f"), LocalPool.Operation("""{"type":"3","data":2,"ledgerId":1}""")])
        {
            var result = _pool.Ask(query);
            verifier.Verify(query, result, DateTimeOffset.FromUnixTimeSeconds(TestPool.Time)).ShouldBeOfType<StateProofVerdict.Verified>($"{query}");
        }
    }

    [Fact]
    public void Shows_every_transaction_with_its_way_to_the_root()
    {
        _pool.Write(_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)));

        for (var seqNo = 1; seqNo <= _pool.Domain.CommittedSize; seqNo++)
        {
            var data = _pool.Ask(LedgerMap.Of(("type", "3"), ("data", seqNo), ("ledgerId", 1))).FindMap("data")!;
            data.FindText("rootHash")!.Value.ShouldBe(_pool.Domain.CommittedRoot.ToString());
            data.FindInteger("ledgerSize")!.Value.ShouldBe(_pool.Domain.CommittedSize);
        }

        _pool.Ask(LocalPool.Operation("""{"type":"3","data":1000,"ledgerId":1}""")).Find("data").ShouldBe(LedgerValue.Null);
    }

    [Fact]
    public void Lists_75_rules() =>
        _pool.Ask(LocalPool.Operation("""{"type":"121"}""")).Find("data").ShouldBeOfType<LedgerList>().Count.ShouldBe(75);

    [Fact]
    public void Has_one_handler_for_each_type() => QueryHandlers.All.Select(handler => handler.Type).ShouldBeUnique();

    private static LedgerMap GetNym(string did) => LedgerMap.Of(("type", "105"), ("dest", did));

    private LedgerValue RoleAt(long time)
    {
        var data = _pool.Ask(GetNym(LocalPool.Newcomer.Did.Text).With("timestamp", time)).FindText("data")!.Value;
        return LedgerMap.Parse(data).Find("role")!;
    }
}
