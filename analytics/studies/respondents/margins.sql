-- one row per field of the register and category (null: not known), and one for all ('all'): exhibitors of the edition, and those who answered
with members as (
    select
        m.*,
        m.has_answered::integer as answered
    from registered($slice, $edition) as m
)
select
    case grouping_id(industry, region, size_band, ownership, experience)
        when 15 then 'industry' when 23 then 'region' when 27 then 'size_band' when 29 then 'ownership'
        when 30 then 'experience' else 'all'
    end as field,
    coalesce(industry, region, size_band, ownership, experience) as category,
    count(*) as exhibitors, sum(answered)::bigint as respondents, sum(answers)::bigint as answers,
    count(*) filter (where is_repeater) as repeaters, (sum(answered) filter (where is_repeater))::bigint as answering_repeaters,
    count(*) filter (where is_always) as always, (sum(answered) filter (where is_always))::bigint as answering_always,
    bool_and(experience is null) as is_first_on_file
from members
group by grouping sets ((industry), (region), (size_band), (ownership), (experience), ())
order by field, exhibitors desc, category;
