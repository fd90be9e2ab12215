-- Wilson's score interval (1927) of a share at 95 %; null where there is nothing to share.
create macro wilson_low(hits, n) as case when n > 0 then greatest(0,
    (hits + 1.9207294103 - 1.959963984540054 * sqrt(hits * (n - hits) / n + 0.96036470516)) / (n + 3.8414588207)) end;
create macro wilson_high(hits, n) as case when n > 0 then least(1,
    (hits + 1.9207294103 + 1.959963984540054 * sqrt(hits * (n - hits) / n + 0.96036470516)) / (n + 3.8414588207)) end;
create macro share(hits, n) as case when n > 0 then hits / n end;

-- Gini's index of concentration of a list of amounts: 0 all alike, towards 1 all with one.
create macro gini(amounts) as case when list_sum(amounts) > 0 then
    list_sum(list_transform(list_sort(amounts), lambda x, i: (2 * i - len(amounts) - 1) * x))
        / (len(amounts) * list_sum(amounts))
    else 0 end;
