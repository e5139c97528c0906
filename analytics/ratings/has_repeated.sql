-- one row per question asked of it: did any exhibitor answer several times at one of the editions ($editions; null: at any)
select exists (
    select 1 from repeated_responses as t
    where t.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], t.edition_id))
);
