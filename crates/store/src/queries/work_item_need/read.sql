SELECT work_item, need, fulfilment
FROM work_item_need
ORDER BY work_item, need
