-- Wilson's score interval (1927) of a share at 95 %; null where there is nothing to share.
create macro wilson_low(hits, n) as case when n > 0 and hits <= 0 then 0 when n > 0 then greatest(0,
    (hits + 1.9207294103 - 1.959963984540054 * sqrt(hits * (n - hits) / n + 0.96036470516)) / (n + 3.8414588207)) end;
create macro wilson_high(hits, n) as case when n > 0 and hits >= n then 1 when n > 0 then least(1,
    (hits + 1.9207294103 + 1.959963984540054 * sqrt(hits * (n - hits) / n + 0.96036470516)) / (n + 3.8414588207)) end;
create macro share(hits, n) as case when n > 0 then hits / n end;

-- How many items of equal weight would tell as much as these do (Kish 1965): no more than there are.
create macro effective_number(n, weight, squared_weight) as least(n, weight ** 2 / nullif(squared_weight, 0));

-- Gini's index of concentration of a list of amounts: 0 all alike, towards 1 all with one.
create macro gini(amounts) as case when list_sum(amounts) > 0 then
    list_sum(list_transform(list_sort(amounts), lambda x, i: (2 * i - len(amounts) - 1) * x))
        / (len(amounts) * list_sum(amounts))
    else 0 end;
-- The ratio of two rates, count / exposure. Given their sum, the first count is binomial; Wilson's interval (1927) of
-- that share, turned into a ratio, is the interval at 95 %.
create macro odds(chance) as case when chance < 1 then chance / (1 - chance) end;
create macro rate_ratio(count_one, exposure_one, count_other, exposure_other) as
    case when count_other > 0 and exposure_one > 0 then (count_one / exposure_one) / (count_other / exposure_other) end;
create macro rate_ratio_low(count_one, exposure_one, count_other, exposure_other) as
    case when exposure_one > 0 then odds(wilson_low(count_one, count_one + count_other)) * exposure_other / exposure_one end;
create macro rate_ratio_high(count_one, exposure_one, count_other, exposure_other) as
    case when exposure_one > 0 then odds(wilson_high(count_one, count_one + count_other)) * exposure_other / exposure_one end;

-- The difference of two shares, first less other: Newcombe (1998), method 10, at 95 %.
create macro difference_low(share_one, n_one, share_other, n_other) as share_one - share_other - sqrt(
    (share_one - wilson_low(share_one * n_one, n_one)) ** 2 + (wilson_high(share_other * n_other, n_other) - share_other) ** 2);
create macro difference_high(share_one, n_one, share_other, n_other) as share_one - share_other + sqrt(
    (wilson_high(share_one * n_one, n_one) - share_one) ** 2 + (share_other - wilson_low(share_other * n_other, n_other)) ** 2);
