-- one condition: is an amount of what counts as money left out, since it is in another currency
create or replace macro is_money_elsewhere(counted, has_fee_elsewhere, has_turnover_elsewhere) as (
    counted <> 'turnover' and has_fee_elsewhere or counted <> 'fee' and has_turnover_elsewhere
);

-- one number: what counts as money ('fee', 'turnover', 'both': what is known of the two, added); null where it is not known
create or replace macro money_of(counted, fee, turnover) as (
    case counted when 'fee' then fee when 'both' then coalesce(fee + turnover, fee, turnover) else turnover end
);
