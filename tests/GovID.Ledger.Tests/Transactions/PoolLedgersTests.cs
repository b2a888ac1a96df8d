using GovID.Ledger.Requests;
using GovID.Ledger.State;
using GovID.Ledger.Transactions;
using GovID.Ledger.Validation;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.Transactions;

public sealed class PoolLedgersTests
{
    private readonly LocalPool _pool = new();

    [Fact]
    public void Begins_with_the_genesis_committed_and_no_audit()
    {
        _pool.Ledgers[LedgerId.Pool].CommittedSize.ShouldBe(4);
        _pool.Domain.CommittedSize.ShouldBe(_pool.Domain.Size);
        _pool.Ledgers[LedgerId.Config].Size.ShouldBe(0);
        _pool.Ledgers[LedgerId.Audit].Size.ShouldBe(0);
        _pool.Ledgers.InFlight.ShouldBeEmpty();
    }

    [Fact]
    public void Gives_the_same_bytes_and_roots_for_the_same_batches()
    {
        var other = new LocalPool();

        foreach (var pool in (LocalPool[])[_pool, other])
        {
            pool.Write(pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer, "101")), pool.Request(LocalPool.Newcomer, Attribute("a")));
            pool.Write(pool.Request(LocalPool.Trustee, LocalPool.Operation("""{"type":"111","name":"n","version":"1","action":"cancel","sha256":"x"}""")));
        }

        _pool.Fingerprint().ShouldBe(other.Fingerprint());
        foreach (var id in Enum.GetValues<LedgerId>())
        {
            for (var seqNo = 1; seqNo <= _pool.Ledgers[id].Size; seqNo++)
                _pool.Ledgers[id].LeafOf(seqNo).ToArray().ShouldBe(other.Ledgers[id].LeafOf(seqNo).ToArray());
        }
    }

    [Fact]
    public void Takes_a_discarded_batch_back_without_a_trace()
    {
        var before = _pool.Fingerprint();
        var nym = _pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer));

        _pool.Ledgers.ApplyBatch(new BatchTerms(LedgerId.Domain, 1_800_000_000), [nym]);
        _pool.Ledgers.InFlight.Count.ShouldBe(1);
        _pool.Ledgers.View().FindNym(LocalPool.Newcomer.Did.Text).ShouldNotBeNull();
        _pool.Ledgers.Discard();

        _pool.Fingerprint().ShouldBe(before);
        _pool.Ledgers.View().FindNym(LocalPool.Newcomer.Did.Text).ShouldBeNull();
        _pool.Ledgers.InFlight.ShouldBeEmpty();
        _pool.Judge(nym).ShouldBeOfType<Admission.Write>();
    }

    [Fact]
    public void Commits_batches_in_the_order_in_which_they_were_applied()
    {
        var first = _pool.Ledgers.ApplyBatch(new BatchTerms(LedgerId.Domain, 5), [_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer))]);
        var second = _pool.Ledgers.ApplyBatch(new BatchTerms(LedgerId.Domain, 6), [_pool.Request(LocalPool.Newcomer, Attribute("a"))]);

        _pool.Ledgers.Commit().ShouldBeSameAs(first);
        _pool.Domain.CommittedSize.ShouldBe(first.LedgerSize);
        _pool.Domain.State!.Committed.Root.ShouldBe(first.StateRoot);
        _pool.Ledgers.Commit().ShouldBeSameAs(second);
        _pool.Domain.CommittedRoot.ShouldBe(second.LedgerRoot);
        Should.Throw<InvalidOperationException>(() => _pool.Ledgers.Commit());
    }

    [Fact]
    public void Keeps_the_rest_of_a_batch_when_one_request_is_rejected()
    {
        var batch = _pool.Write(
            _pool.Request(LocalPool.Newcomer, LocalPool.NewNym(LocalPool.Newcomer, "0")),
            _pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)));

        batch.Outcomes.Select(outcome => outcome.Verdict is RequestVerdict.Accepted).ShouldBe([false, true]);
        batch.Transactions.Single().SeqNo.ShouldBe(batch.LedgerSize);
    }

    [Fact]
    public void Hands_out_every_change_of_a_batch_in_order()
    {
        var before = _pool.Domain.State!.Root;

        var batch = _pool.Write(
            _pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)), _pool.Request(LocalPool.Newcomer, Attribute("a")));

        var copy = _pool.Domain.State!.At(before)!;
        copy.Root.ShouldBe(before);
        batch.Changes.Select(change => change.Key.ToArray()).ShouldBe(
            [StateKeys.Nym(LocalPool.Newcomer.Did.Text), System.Text.Encoding.UTF8.GetBytes(batch.Transactions.Last().Id!)]);
        foreach (var change in batch.Changes)
            _pool.Domain.State!.Committed.Get(change.Key.Span).ShouldBe(change.Value!.Value.ToArray());
        batch.Attributes.Single().Value.ShouldBe("""{"a":1}""");
        batch.Audit.SeqNo.ShouldBe(1);
    }

    [Fact]
    public void Answers_a_repeated_request_with_its_place()
    {
        var request = _pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer));
        var batch = _pool.Write(request);

        var place = _pool.Judge(request).ShouldBeOfType<Admission.Repeated>().Place;

        place.ShouldBe(new WrittenAt(LedgerId.Domain, batch.LedgerSize));
        WriteReplies.Of(_pool.Ledgers, place.Ledger, place.SeqNo).ShouldBe(WriteReplies.Of(_pool.Ledgers, LedgerId.Domain, batch.LedgerSize));
    }

    [Fact]
    public void Refuses_the_same_payload_under_other_signatures()
    {
        var request = _pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer));
        _pool.Write(request);
        var signatures = LedgerMap.Of((LocalPool.Trustee.Did.Text, request.Signature!));

        _pool.Judge(LedgerRequest.Parse(request.Raw.Without("signature").With("signatures", signatures))).ShouldBeOfType<Admission.Refused>();
    }

    [Fact]
    public void Refuses_requests_of_two_ledgers_in_one_batch()
    {
        var config = _pool.Request(LocalPool.Trustee, LocalPool.Operation("""{"type":"5","version":"1","aml":{"a":"b"}}"""));

        Should.Throw<ArgumentException>(() => _pool.Ledgers.ApplyBatch(new BatchTerms(LedgerId.Domain, 5), [config]));
        _pool.Ledgers.InFlight.ShouldBeEmpty();
    }

    [Fact]
    public void Remembers_the_root_of_each_second()
    {
        var earlier = _pool.Write(_pool.Request(LocalPool.Trustee, LocalPool.NewNym(LocalPool.Newcomer)));
        _pool.Write(_pool.Request(LocalPool.Newcomer, Attribute("a")));

        _pool.Ledgers.Times.FindAt(LedgerId.Domain, earlier.Terms.Time).ShouldBe(earlier.StateRoot);
        _pool.Ledgers.Times.FindAt(LedgerId.Domain, earlier.Terms.Time - 1).ShouldNotBe(earlier.StateRoot);
        _pool.Ledgers.Times.FindAt(LedgerId.Domain, 1).ShouldBeNull();
    }

    private static LedgerMap Attribute(string name) =>
        LedgerMap.Of(("type", "100"), ("dest", LocalPool.Newcomer.Did.Text), ("raw", $$"""{ "{{name}}" : 1 }"""));
}
